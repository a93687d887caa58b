import type { Clock } from '@/lib/core/clock';
import { contentHash } from '@/lib/core/hash';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { locateChange } from '@/lib/letter/compare/locate-change';
import { type ForkTexts, readForkTexts } from '../fork/read-fork-texts';
import { announce } from '../live/announce';
import type { HeldFork } from './hold-section';
import { type KnownChange, matchSuggestions } from './match-suggestions';

/**
 * Makes the rows of a fork say what differs between the section and the fork now: a difference keeps the row it had, a new one gets a row in
 * its author's name, and a row without a difference is closed. It is `withdrawn` where its place is still in the section (its author changed
 * it back) and `orphaned`, kept with its words, where that is gone. A fork of a section that was made anew since is left alone until its author
 * opens it. Call it under the fork's row lock; gives the texts and the open ones as they are now.
 */
export async function settleFork(
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
  tx: Prisma.TransactionClient,
  fork: HeldFork,
): Promise<{ readonly texts: ForkTexts; readonly open: readonly KnownChange[] }> {
  const texts = await readForkTexts(tx, fork.firmId, fork.id);
  if (!texts.fork) return { texts, open: [] };
  const rows = await tx.suggestion.findMany({
    where: { firmId: fork.firmId, forkId: fork.id, state: { in: ['open', 'orphaned'] } },
    // an orphan is found again only where no open row is the difference
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  const stored = new Map(rows.map((row) => [row.id, row]));
  const { kept, created, gone } = matchSuggestions(
    rows.map(({ id, change }) => ({ id, change: change as unknown as Change })),
    compareBodies(texts.section, texts.fork),
  );
  const now = clock();
  const open: KnownChange[] = [];
  let changed = false;
  for (const { id, change } of kept) {
    open.push({ id, change });
    const row = stored.get(id);
    if (row?.state === 'open' && contentHash(row.change) === contentHash(change)) continue;
    await tx.suggestion.update({ where: { id }, data: { change: json(change), state: 'open', changedAt: now } });
    changed = true;
  }
  for (const id of gone) {
    const row = stored.get(id);
    if (row?.state !== 'open') continue;
    const state = locateChange(row.change as unknown as Change, texts.section) ? 'withdrawn' : 'orphaned';
    await tx.suggestion.update({ where: { id }, data: { state, changedAt: now } });
    changed = true;
  }
  if (created.length > 0) {
    const author = await tx.member.findFirstOrThrow({ where: { id: fork.memberId, firmId: fork.firmId }, select: { name: true } });
    const { id: forkId, firmId, letterId, sectionId, memberId: authorId } = fork;
    const fresh = created.map((change) => ({ id: ids(), change }));
    await tx.suggestion.createMany({
      data: fresh.map(({ id, change }) => ({
        ...{ id, firmId, letterId, sectionId, forkId, authorId, authorName: author.name, source: 'editor' },
        ...{ change: json(change), createdAt: now, changedAt: now },
      })),
    });
    open.push(...fresh);
    changed = true;
  }
  if (changed) {
    const { firmId, letterId, sectionId } = fork;
    await announce(tx, { topic: 'letter', about: 'suggestions', firmId, letterId, sectionId });
  }
  return { texts, open };
}

function json(change: Change): Prisma.InputJsonObject {
  return change as unknown as Prisma.InputJsonObject;
}
