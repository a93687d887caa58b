import { canReadVersions } from '@/lib/policies/version';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { isIntact } from './read-version';

/** Computes the hash of every version of a letter again: how many there are, and the numbers of those whose content is not what was kept. */
export async function checkVersions(
  ctx: ServiceContext,
  letterId: string,
): Promise<{ readonly checked: number; readonly damaged: readonly number[] }> {
  authorise(canReadVersions(ctx.actor));
  const { firmId } = ctx.actor;
  await findLetter(ctx.db, firmId, letterId);
  const rows = await ctx.db.letterSnapshot.findMany({ where: { firmId, letterId }, select: { number: true }, orderBy: { number: 'asc' } });
  const damaged: number[] = [];
  // one at a time: a letter may have hundreds of versions of many pages
  for (const { number } of rows) {
    const row = await ctx.db.letterSnapshot.findFirst({
      where: { firmId, letterId, number },
      select: { content: true, contentHash: true },
    });
    if (row && !isIntact(row)) damaged.push(number);
  }
  return { checked: rows.length, damaged };
}
