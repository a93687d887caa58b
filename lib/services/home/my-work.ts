import { canSign } from '@/lib/policies/review';
import { type Capacity, isCapacity } from '@/lib/review/capacity';
import { reviewPlanOf } from '@/lib/review/review-plan';
import { type SectionState, sectionStateOf } from '@/lib/review/section-state';
import { signedCapacities, standingsOf } from '@/lib/review/sign-off-standing';
import type { VoidReason } from '@/lib/review/void-reason';
import type { ServiceContext } from '../context/service-context';
import { readSignedContents } from '../review/read-signed-contents';
import { signerRights } from '../review/signers';

interface WorkSection {
  readonly sectionId: string;
  readonly title: string;
  readonly letterId: string;
  readonly letter: string;
  readonly state: SectionState;
  /** ISO date */
  readonly dueOn: string | null;
}

/** What waits for the member in the review of letters. */
export interface MyWork {
  /** sections that they own and that are not signed, the most urgent first */
  readonly owned: readonly WorkSection[];
  /** sections in review that wait for their signature, now that it is their turn */
  readonly waiting: readonly (WorkSection & { readonly capacity: Capacity; readonly onBehalfOf: string | null })[];
  /** their signatures that fell and that nobody gave anew */
  readonly fallen: readonly (WorkSection & { readonly capacity: Capacity; readonly summary: string })[];
}

/** The member's own sections, the signatures that wait for them, and those of theirs that fell. */
export async function myWork(ctx: ServiceContext): Promise<MyWork> {
  const { actor, db, clock } = ctx;
  const { firmId, memberId } = actor;
  const [rights, letters, rows] = await Promise.all([
    signerRights(db, firmId, memberId, clock()),
    db.letter.findMany({ where: { firmId }, select: { id: true, title: true, reviewPlan: true } }),
    db.section.findMany({
      where: { firmId, state: { not: 'signed' }, frozen: false },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { letterId: 'asc' }, { ordinal: 'asc' }],
    }),
  ]);
  const letterById = new Map(letters.map((letter) => [letter.id, letter]));
  const decisions = await db.signOff.findMany({
    where: { firmId, sectionId: { in: rows.map(({ id }) => id) } },
    orderBy: { at: 'asc' },
    omit: { content: true },
  });
  // only where a signature may stand does it matter what the text says now
  const signedOnes = new Set(
    decisions.filter(({ decision, voidedAt }) => decision === 'signed' && !voidedAt).map((each) => each.sectionId),
  );
  const present = await readSignedContents(
    db,
    firmId,
    rows.filter(({ id }) => signedOnes.has(id)),
  );
  const sections = rows.flatMap((row) => {
    const letter = letterById.get(row.letterId);
    if (!letter) return [];
    const work: WorkSection = {
      ...{ sectionId: row.id, title: row.title, letterId: row.letterId, letter: letter.title, state: sectionStateOf(row.state) },
      dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
    };
    const own = decisions.filter(({ sectionId }) => sectionId === row.id);
    const plan = reviewPlanOf(letter.reviewPlan);
    return [{ row, work, plan, standings: standingsOf(plan, own, present.get(row.id)?.hash ?? '') }];
  });
  return {
    owned: sections.filter(({ row }) => row.ownerId === memberId).map(({ work }) => work),
    waiting: sections.flatMap(({ row, work, plan, standings }) => {
      const facts = { required: plan.required, ordered: plan.ordered, signed: signedCapacities(standings), capacities: rights.own };
      const may = (capacity: Capacity, onBehalfOf: readonly Capacity[] | null) =>
        canSign(actor, { firmId: row.firmId, state: work.state, frozen: row.frozen }, { ...facts, capacity, onBehalfOf }).allowed;
      return [
        ...rights.own.filter((capacity) => may(capacity, null)).map((capacity) => ({ ...work, capacity, onBehalfOf: null })),
        ...rights.lent
          .filter(({ capacity }) => !rights.own.includes(capacity) && may(capacity, [capacity]))
          .map(({ capacity, fromName }) => ({ ...work, capacity, onBehalfOf: fromName })),
      ];
    }),
    fallen: sections.flatMap(({ work, standings }) =>
      standings.flatMap(({ capacity, standing, decision }) => {
        if (standing !== 'fallen' || decision?.memberId !== memberId || !isCapacity(capacity)) return [];
        const summary = (decision.voided as VoidReason | null)?.summary ?? 'its content is being changed';
        return [{ ...work, capacity, summary }];
      }),
    ),
  };
}
