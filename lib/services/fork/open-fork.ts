import * as Y from 'yjs';
import type { ForkAddress } from '@/lib/letter/schema/fork-name';
import { canSuggest } from '@/lib/policies/suggestion';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockSection } from '../room/lock-section';
import { readRoom } from '../room/read-room';

/**
 * The actor's own copy of a section, to write suggestions in: made from the section's text of this moment where there is none yet. One that is
 * there is given as it is: it follows the section by itself. Throws NOT_FOUND for another firm's section, FORBIDDEN for who may not suggest
 * in it.
 */
export async function openFork(ctx: ServiceContext, sectionId: string): Promise<ForkAddress> {
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const section = await lockSection(tx, firmId, sectionId);
    authorise(canSuggest(ctx.actor, { firmId, state: sectionStateOf(section.state) }));
    const fork = await tx.sectionFork.findFirst({ where: { sectionId, memberId, firmId }, select: { id: true, generation: true } });
    if (fork) return { forkId: fork.id, generation: fork.generation };
    const room = await readRoom(tx, firmId, sectionId);
    const state = Buffer.from(Y.mergeUpdates([room.state, ...room.updates.map(({ update }) => update)]));
    const now = ctx.clock();
    const made = { id: ctx.ids(), firmId, sectionId, memberId, follows: room.generation, state, createdAt: now, updatedAt: now };
    const { id, generation } = await tx.sectionFork.create({ data: made });
    return { forkId: id, generation };
  });
}
