import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { ServiceContext } from '../context/service-context';
import { readForkTexts } from '../fork/read-fork-texts';
import { renewFork } from '../fork/renew-fork';
import type { HeldFork } from './hold-section';
import type { KnownChange } from './match-suggestions';
import { settleFork } from './settle-fork';

/**
 * Lets a fork follow a change of its section that a decision made. Merged letter by letter, two authors' words for one place would run into
 * each other; so where that is not what the fork's own changes make of the section now, the fork is made anew with them. A change whose place
 * was taken is kept with its words as an orphan. `open` are the fork's changes as they were before.
 */
export async function followSection(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  fork: HeldFork,
  open: readonly KnownChange[],
): Promise<void> {
  const texts = await readForkTexts(tx, fork.firmId, fork.id);
  if (texts.fork && open.length > 0) {
    const made = applyChanges(
      texts.section,
      open.map(({ change }) => change),
    );
    if (contentHash(made.body) !== contentHash(texts.fork)) {
      const taken = new Set(made.conflicts.map(({ change }) => change));
      const ids = open.flatMap(({ id, change }) => (taken.has(change) ? [id] : []));
      const where = { firmId: fork.firmId, id: { in: ids } };
      await tx.suggestion.updateMany({ where, data: { state: 'orphaned', changedAt: ctx.clock() } });
      await renewFork(ctx, tx, { forkId: fork.id, target: made.body });
    }
  }
  await settleFork(ctx, tx, fork);
}
