import { canonicalJson } from '@/lib/core/canonical-json';
import { AppError } from '@/lib/core/errors';
import type { Source } from '@/lib/letter/citations/source';
import { canChangeSources } from '@/lib/policies/source';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockFigures } from '../review/figure-lock';
import { voidSourceSignOffs } from '../review/void-source-sign-offs';
import { firmSources, sourceOf } from './firm-sources';
import { checkedFields } from './source-schema';

/**
 * Mends the fields of a source of the library: every letter that cites it reads so at once, versions and filed letters as they were. Signatures
 * on sections that cite it fall.
 */
export async function changeSource(ctx: ServiceContext, sourceId: string, given: Readonly<Record<string, string>>): Promise<Source> {
  authorise(canChangeSources(ctx.actor));
  return transact(ctx, async (tx, audit) => {
    const { firmId } = ctx.actor;
    await lockFigures(tx, firmId);
    await tx.$queryRaw`SELECT 1 FROM "CitationSource" WHERE id = ${sourceId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
    const [row] = await firmSources(tx, firmId, [sourceId]);
    if (!row) throw new AppError('NOT_FOUND', 'There is no such source in your library.');
    const before = sourceOf(row);
    const fields = checkedFields(before.kind, given);
    if (canonicalJson(before.fields) === canonicalJson(fields)) return before;
    await tx.citationSource.updateMany({ where: { id: sourceId, firmId }, data: { fields, updatedAt: ctx.clock() } });
    audit({
      type: 'source.changed',
      subject: { type: 'source', id: sourceId },
      data: { kind: before.kind, before: before.fields, after: fields },
    });
    await voidSourceSignOffs(ctx, tx, audit, sourceId);
    return { ...before, fields };
  });
}
