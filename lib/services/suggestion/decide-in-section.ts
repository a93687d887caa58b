import type { Prisma, Suggestion } from '@/lib/generated/prisma/client';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { Change } from '@/lib/letter/compare/change';
import { invertChange } from '@/lib/letter/compare/invert-change';
import { isSameChange } from '@/lib/letter/compare/same-change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ServiceContext } from '../context/service-context';
import { renewFork } from '../fork/renew-fork';
import { changeRoomText } from '../room/change-room-text';
import { followSection } from './follow-section';
import type { HeldFork, HeldSection } from './hold-section';
import type { KnownChange } from './match-suggestions';
import { settleFork } from './settle-fork';

export type SuggestionDecision = 'accepted' | 'rejected' | 'withdrawn';

export interface SectionOutcome {
  readonly done: readonly { readonly row: Suggestion; readonly change: Change }[];
  readonly left: readonly { readonly id: string; readonly reason: string }[];
}

const NOT_OPEN = 'It is decided already, or its author took it back.';
const GROWN = 'Its author went on writing. Look at it again.';
const GONE = 'What it was about is not in the text any more.';

interface Deciding {
  readonly ctx: ServiceContext;
  readonly tx: Prisma.TransactionClient;
  readonly section: HeldSection;
  readonly decision: SuggestionDecision;
  readonly reason: string;
}

/**
 * Decides suggestions of one locked section, author by author: the fork's differences are found anew, the accepted ones go into the section
 * in the author's name, the others leave the fork, and every fork of the section is settled again.
 */
export async function decideInSection(deciding: Deciding, rows: readonly Suggestion[]): Promise<SectionOutcome> {
  const { ctx, tx, section } = deciding;
  const outcomes: SectionOutcome[] = [];
  for (const fork of section.forks.values()) {
    const own = rows.filter((row) => row.forkId === fork.id);
    if (own.length === 0) continue;
    const others = await openOfOthers(deciding, fork);
    outcomes.push(await decideInFork(deciding, fork, own));
    if (deciding.decision === 'accepted') for (const [other, open] of others) await followSection(ctx, tx, other, open);
  }
  const loose = rows.filter((row) => row.forkId === null || !section.forks.has(row.forkId));
  if (loose.length > 0) {
    const others = await openOfOthers(deciding, null);
    outcomes.push(await decideLoose(deciding, loose));
    if (deciding.decision === 'accepted') for (const [other, open] of others) await followSection(ctx, tx, other, open);
  }
  for (const fork of section.forks.values()) await settleFork(ctx, tx, fork);
  return { done: outcomes.flatMap(({ done }) => done), left: outcomes.flatMap(({ left }) => left) };
}

/** What the other copies suggest before this one's is decided. */
async function openOfOthers(
  { ctx, tx, section }: Deciding,
  fork: HeldFork | null,
): Promise<readonly (readonly [HeldFork, readonly KnownChange[]])[]> {
  const others: (readonly [HeldFork, readonly KnownChange[]])[] = [];
  for (const other of section.forks.values()) if (other !== fork) others.push([other, (await settleFork(ctx, tx, other)).open]);
  return others;
}

async function decideInFork(deciding: Deciding, fork: HeldFork, rows: readonly Suggestion[]): Promise<SectionOutcome> {
  const { ctx, tx, decision } = deciding;
  const { texts, open } = await settleFork(ctx, tx, fork);
  if (!texts.fork) return decideLoose(deciding, rows);
  const present = new Map(open.map(({ id, change }) => [id, change]));
  const found = rows.flatMap((row) => {
    const change = present.get(row.id);
    return change ? [{ row, change }] : [];
  });
  // nothing comes into a text, and nothing is thrown away, that whoever decides it cannot have seen
  const there = found.filter(({ row, change }) => decision === 'withdrawn' || isSameChange(row.change as unknown as Change, change));
  const unseen = found.filter((each) => !there.includes(each)).map(({ row }) => ({ id: row.id, reason: GROWN }));
  const elsewhere = await closeOrphans(
    deciding,
    rows.filter((row) => !present.has(row.id)),
  );
  if (there.length === 0) return { done: elsewhere.done, left: [...unseen, ...elsewhere.left] };

  const accepted =
    decision === 'accepted'
      ? await acceptInto(
          deciding,
          fork.memberId,
          there.map(({ change }) => change),
        )
      : null;
  const done = accepted ? there.filter(({ change }) => !accepted.has(change)) : there;
  const conflicts = there.flatMap(({ row, change }) => {
    const reason = accepted?.get(change);
    return reason === undefined ? [] : [{ id: row.id, reason }];
  });
  if (done.length > 0) {
    const going = new Set(done.map(({ change }) => change));
    const target = accepted
      ? texts.fork
      : without(
          texts.section,
          texts.fork,
          open.map(({ change }) => change),
          going,
        );
    await close(deciding, done);
    await renewFork(ctx, tx, { forkId: fork.id, target });
  }
  return { done: [...done, ...elsewhere.done], left: [...unseen, ...conflicts, ...elsewhere.left] };
}

/** What was read from a returned file stands on no fork: it is rebased on the text from the words it was read against. */
async function decideLoose(deciding: Deciding, rows: readonly Suggestion[]): Promise<SectionOutcome> {
  const open = rows.filter((row) => row.state === 'open').map((row) => ({ row, change: row.change as unknown as Change }));
  const elsewhere = await closeOrphans(
    deciding,
    rows.filter((row) => row.state !== 'open'),
  );
  const done: { row: Suggestion; change: Change }[] = [];
  const left: { id: string; reason: string }[] = [];
  for (const each of open) {
    const conflict =
      deciding.decision === 'accepted'
        ? (await acceptInto(deciding, each.row.authorId ?? deciding.ctx.actor.memberId, [each.change])).get(each.change)
        : undefined;
    if (conflict === undefined) done.push(each);
    else left.push({ id: each.row.id, reason: conflict });
  }
  await close(deciding, done);
  return { done: [...done, ...elsewhere.done], left: [...left, ...elsewhere.left] };
}

/** Puts changes into the section in a member's name; gives those that do not fit there any more, with the reason. */
async function acceptInto({ ctx, tx, section }: Deciding, memberId: string, changes: readonly Change[]): Promise<Map<Change, string>> {
  let refused: readonly { change: Change; reason: string }[] = [];
  await changeRoomText(ctx, tx, {
    sectionId: section.id,
    memberId,
    change: (body) => {
      const applied = applyChanges(body, changes);
      refused = applied.conflicts;
      return applied.body;
    },
  });
  return new Map(refused.map(({ change, reason }) => [change, reason]));
}

/** The fork's text without some of its differences: the section's with the others, or the fork's with these undone where the others need them. */
function without(section: ProseNode, fork: ProseNode, open: readonly Change[], going: ReadonlySet<Change>): ProseNode {
  const rest = applyChanges(
    section,
    open.filter((change) => !going.has(change)),
  );
  if (rest.conflicts.length === 0) return rest.body;
  const undone = applyChanges(fork, [...going].map(invertChange));
  return undone.conflicts.length === 0 ? undone.body : rest.body;
}

/** An orphan can be cleared away, but not taken into a text that its place is gone from. */
async function closeOrphans(deciding: Deciding, rows: readonly Suggestion[]): Promise<SectionOutcome> {
  const now = await deciding.tx.suggestion.findMany({ where: { firmId: deciding.section.firmId, id: { in: rows.map(({ id }) => id) } } });
  const orphans = now.filter((row) => row.state === 'orphaned');
  const done = deciding.decision === 'accepted' ? [] : orphans.map((row) => ({ row, change: row.change as unknown as Change }));
  await close(deciding, done);
  const left = now.filter((row) => !done.some((each) => each.row.id === row.id));
  return { done, left: left.map(({ id, state }) => ({ id, reason: state === 'orphaned' ? GONE : NOT_OPEN })) };
}

async function close({ ctx, tx, decision, reason }: Deciding, done: SectionOutcome['done']): Promise<void> {
  const at = ctx.clock();
  for (const { row, change } of done) {
    await tx.suggestion.update({
      where: { id: row.id },
      data: {
        state: decision,
        change: change as unknown as Prisma.InputJsonObject,
        decidedById: ctx.actor.memberId,
        decidedAt: at,
        reason: decision === 'rejected' ? reason : '',
      },
    });
  }
}
