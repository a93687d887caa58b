import type { Prisma, Suggestion } from '@/lib/generated/prisma/client';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { Change } from '@/lib/letter/compare/change';
import { invertChange } from '@/lib/letter/compare/invert-change';
import { canDecideSuggestion } from '@/lib/policies/suggestion';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { readForkTexts } from '../fork/read-fork-texts';
import { renewFork } from '../fork/renew-fork';
import { findLetter } from '../letter/find-letter';
import { announce } from '../live/announce';
import { voidTouchedSignOffs } from '../review/void-touched-sign-offs';
import { changeRoomText } from '../room/change-room-text';
import { chooseSuggestions } from './choose-suggestions';
import { followSection } from './follow-section';
import { type HeldFork, type HeldSection, holdSection } from './hold-section';
import type { KnownChange } from './match-suggestions';
import { notifyAuthors } from './notify-authors';
import { settleFork } from './settle-fork';
import type { SuggestionAnswer } from './suggestion-answer';
import { suggestionFacts } from './suggestion-facts';

interface Undoing {
  readonly ctx: ServiceContext;
  readonly tx: Prisma.TransactionClient;
  readonly section: HeldSection;
}

type Left = { readonly id: string; readonly reason: string };

/**
 * Opens decided suggestions again. What was accepted is taken out of the section, in the name of whoever undoes it, and stays in its author's
 * fork; what was rejected is put back there. One that does not fit any more stays decided and the answer says why. Throws FORBIDDEN for those
 * who do not decide suggestions, NOT_FOUND for another firm's letter.
 */
export async function undoDecision(ctx: ServiceContext, letterId: string, ids: readonly string[]): Promise<SuggestionAnswer> {
  const { actor } = ctx;
  const { firmId } = actor;
  return transact(
    ctx,
    async (tx, audit) => {
      const letter = await findLetter(tx, firmId, letterId);
      authorise(canDecideSuggestion(actor, { firmId, state: 'drafting', frozen: letter.frozenAt !== null }));
      const chosen = await chooseSuggestions(tx, firmId, letterId, { ids });
      const left: Left[] = [];
      const opened: Suggestion[] = [];
      for (const sectionId of [...new Set(chosen.map((row) => row.sectionId))].sort()) {
        const section = await holdSection(tx, firmId, sectionId);
        authorise(canDecideSuggestion(actor, section));
        const present = await tx.suggestion.findMany({
          where: { firmId, sectionId, id: { in: [...ids] } },
          orderBy: [{ decidedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
        });
        const decided = present.filter((row) => row.state === 'accepted' || row.state === 'rejected');
        for (const row of present) if (!decided.includes(row)) left.push({ id: row.id, reason: 'It is not decided.' });
        const conflicts = await reopen({ ctx, tx, section }, decided);
        left.push(...conflicts);
        opened.push(...decided.filter((row) => !conflicts.some(({ id }) => id === row.id)));
        await voidTouchedSignOffs(ctx, tx, audit, sectionId);
        await announce(tx, { topic: 'letter', about: 'suggestions', firmId, letterId, sectionId });
      }
      for (const row of opened) {
        const facts = suggestionFacts(row, row.change as unknown as Change);
        audit({ type: 'suggestion.reopened', subject: { type: 'suggestion', id: row.id }, data: { ...facts, was: row.state } });
      }
      await notifyAuthors(ctx, tx, letter, opened, 'reopened');
      return { done: opened.map(({ id }) => id), left };
    },
    { timeoutMs: 60_000 },
  );
}

async function reopen({ ctx, tx, section }: Undoing, rows: readonly Suggestion[]): Promise<readonly Left[]> {
  const left: Left[] = [];
  const forkIds = new Set(rows.map(({ forkId }) => forkId));
  for (const forkId of [...forkIds].sort()) {
    const own = rows.filter((row) => row.forkId === forkId);
    const fork = forkId === null ? undefined : section.forks.get(forkId);
    const text = fork ? (await readForkTexts(tx, section.firmId, fork.id)).fork : null;
    const accepted = own.filter((row) => row.state === 'accepted');
    const others: (readonly [HeldFork, readonly KnownChange[]])[] = [];
    if (accepted.length > 0) {
      for (const other of section.forks.values()) if (other !== fork) others.push([other, (await settleFork(ctx, tx, other)).open]);
    }
    const taken = accepted.length === 0 ? [] : await takeOut({ ctx, tx, section }, accepted);
    const put = text ? applyChanges(text, own.filter((row) => row.state === 'rejected').map(changeOf)) : null;
    const conflicts = [...taken, ...leftOf(own, put?.conflicts ?? [])];
    left.push(...conflicts);
    const opened = own.filter((row) => !conflicts.some(({ id }) => id === row.id));
    await tx.suggestion.updateMany({
      where: { firmId: section.firmId, id: { in: opened.map(({ id }) => id) } },
      data: { state: 'open', decidedById: null, decidedAt: null, reason: '' },
    });
    if (fork && put && opened.length > 0) await renewFork(ctx, tx, { forkId: fork.id, target: put.body });
    for (const [other, open] of others) await followSection(ctx, tx, other, open);
  }
  for (const fork of section.forks.values()) await settleFork(ctx, tx, fork);
  return left;
}

/** The newest first, each against the text as the later ones leave it. */
async function takeOut({ ctx, tx, section }: Undoing, accepted: readonly Suggestion[]): Promise<readonly Left[]> {
  const left: Left[] = [];
  await changeRoomText(ctx, tx, {
    sectionId: section.id,
    memberId: ctx.actor.memberId,
    change: (body) => {
      let text = body;
      for (const row of accepted) {
        const undone = applyChanges(text, [invertChange(changeOf(row))]);
        const [conflict] = undone.conflicts;
        if (conflict) left.push({ id: row.id, reason: conflict.reason });
        else text = undone.body;
      }
      return text;
    },
  });
  return left;
}

function leftOf(rows: readonly Suggestion[], conflicts: readonly { readonly change: Change; readonly reason: string }[]): Left[] {
  return rows.flatMap((row) => {
    const found = conflicts.find(({ change }) => change === (row.change as unknown));
    return found ? [{ id: row.id, reason: found.reason }] : [];
  });
}

function changeOf(row: Suggestion): Change {
  return row.change as unknown as Change;
}
