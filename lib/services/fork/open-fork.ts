import * as Y from 'yjs';
import type { Prisma } from '@/lib/generated/prisma/client';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { Change } from '@/lib/letter/compare/change';
import type { ForkAddress } from '@/lib/letter/schema/fork-name';
import { canSuggest } from '@/lib/policies/suggestion';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockSection } from '../room/lock-section';
import { readRoom } from '../room/read-room';
import { readForkTexts } from './read-fork-texts';
import { renewFork } from './renew-fork';

/**
 * The actor's own copy of a section, to write suggestions in: made from the section's text of this moment where there is none yet. One that is
 * there is given as it is: it follows the section by itself. Where the section's room was made anew, so is the copy, with the suggestions
 * that are open in it and still fit. Throws NOT_FOUND for another firm's section, FORBIDDEN for who may not suggest
 * in it.
 */
export async function openFork(ctx: ServiceContext, sectionId: string): Promise<ForkAddress> {
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const section = await lockSection(tx, firmId, sectionId);
    authorise(canSuggest(ctx.actor, { firmId, state: sectionStateOf(section.state), frozen: section.frozen }));
    const fork = await tx.sectionFork.findFirst({ where: { sectionId, memberId, firmId } });
    if (fork && fork.follows !== section.generation) return remade(ctx, tx, fork.id);
    if (fork) return { forkId: fork.id, generation: fork.generation };
    const room = await readRoom(tx, firmId, sectionId);
    const state = Buffer.from(Y.mergeUpdates([room.state, ...room.updates.map(({ update }) => update)]));
    const now = ctx.clock();
    const made = { id: ctx.ids(), firmId, sectionId, memberId, follows: room.generation, state, createdAt: now, updatedAt: now };
    const { id, generation } = await tx.sectionFork.create({ data: made });
    return { forkId: id, generation };
  });
}

async function remade(ctx: ServiceContext, tx: Prisma.TransactionClient, forkId: string): Promise<ForkAddress> {
  const { firmId } = ctx.actor;
  const { section } = await readForkTexts(tx, firmId, forkId);
  const open = await tx.suggestion.findMany({ where: { forkId, firmId, state: 'open' }, orderBy: { createdAt: 'asc' } });
  const { body } = applyChanges(
    section,
    open.map(({ change }) => change as unknown as Change),
  );
  const { generation } = await renewFork(ctx, tx, { forkId, target: body });
  return { forkId, generation };
}
