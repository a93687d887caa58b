import { canonicalJson } from '@/lib/core/canonical-json';
import type { Source } from '@/lib/letter/citations/source';
import { canChangeSources } from '@/lib/policies/source';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { firmSources, sourceOf } from './firm-sources';
import { checkedFields, type SourceInput } from './source-schema';

/** Adds a source to the firm's library; one that is there with the same fields is given back instead of a second one. */
export async function addSource(ctx: ServiceContext, { kind, fields: given }: SourceInput): Promise<Source> {
  authorise(canChangeSources(ctx.actor));
  const fields = checkedFields(kind, given);
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    // two who add the same one at once wait for each other
    await tx.$queryRaw`SELECT 1 FROM "Firm" WHERE id = ${firmId}::uuid FOR UPDATE`;
    const there = (await firmSources(tx, firmId)).find((row) => row.kind === kind && canonicalJson(row.fields) === canonicalJson(fields));
    if (there) return sourceOf(there);
    const now = ctx.clock();
    const row = await tx.citationSource.create({
      data: { id: ctx.ids(), firmId, kind, fields, createdById: memberId, createdAt: now, updatedAt: now },
    });
    audit({ type: 'source.added', subject: { type: 'source', id: row.id }, data: { kind, fields } });
    return sourceOf(row);
  });
}
