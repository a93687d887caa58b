import type { Source } from '@/lib/letter/citations/source';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { canReadLetter } from '@/lib/policies/letter';
import { canReadSources } from '@/lib/policies/source';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { readSectionBodies } from '../section/read-section-body';
import { letterSources } from './letter-sources';

/** What a page needs to word the citations and references of a whole letter: the library, and the texts of the sections it has not open. */
export interface LetterReferences {
  readonly sources: readonly Source[];
  readonly bodies: Readonly<Record<string, ProseNode>>;
}

export async function letterReferences(ctx: ServiceContext, letterId: string): Promise<LetterReferences> {
  authorise(canReadLetter(ctx.actor));
  authorise(canReadSources(ctx.actor));
  const { firmId } = ctx.actor;
  const letter = await findLetter(ctx.db, firmId, letterId);
  const rows = await ctx.db.section.findMany({ where: { firmId, letterId }, select: { id: true } });
  const bodies = await readSectionBodies(
    ctx.db,
    firmId,
    rows.map(({ id }) => id),
  );
  return { sources: await letterSources(ctx.db, firmId, letter), bodies: Object.fromEntries(bodies) };
}
