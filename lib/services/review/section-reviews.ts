import type { Letter, Prisma, Section, SignOff } from '@/lib/generated/prisma/client';
import type { SectionKind } from '@/lib/letter/letter-content';
import { numberLetter } from '@/lib/letter/numbering/number-letter';
import { canEditOutline } from '@/lib/policies/letter';
import { canMoveToReview, canReopenSection, canSign } from '@/lib/policies/review';
import { type Capacity, isCapacity } from '@/lib/review/capacity';
import { type ReviewPlan, reviewPlanOf } from '@/lib/review/review-plan';
import { sectionStateOf } from '@/lib/review/section-state';
import { type CapacityStanding, signedCapacities, standingsOf } from '@/lib/review/sign-off-standing';
import type { SignedContent } from '@/lib/review/signed-content';
import { type VoidReason, voidReason } from '@/lib/review/void-reason';
import type { ServiceContext } from '../context/service-context';
import { type PresentContent, readSignedContents } from './read-signed-contents';
import type { DecisionView, SectionReviewSummary, SigningOffer } from './review-views';
import { type SignerRights, signerRights } from './signers';

/** A section in review with the rows behind its view. */
export interface SectionReview {
  readonly row: Section;
  readonly present: PresentContent;
  readonly decisions: readonly SignOff[];
  readonly summary: SectionReviewSummary;
  viewOf(decision: SignOff): DecisionView;
}

/**
 * How sections of one letter stand in review for this member, in the letter's order; every section where none is named. Standing is computed on
 * what the texts say at this moment.
 */
export async function sectionReviews(
  ctx: ServiceContext,
  db: Prisma.TransactionClient,
  letter: Letter,
  only: string | null = null,
): Promise<readonly SectionReview[]> {
  const { actor, clock } = ctx;
  const { firmId, memberId } = actor;
  const all = await db.section.findMany({ where: { firmId, letterId: letter.id }, orderBy: { ordinal: 'asc' } });
  const rows = only === null ? all : all.filter(({ id }) => id === only);
  const sectionIds = rows.map(({ id }) => id);
  const [contents, decisions, readings, members, rights] = await Promise.all([
    readSignedContents(db, firmId, rows),
    db.signOff.findMany({ where: { firmId, sectionId: { in: sectionIds } }, orderBy: { at: 'asc' } }),
    db.sectionReading.findMany({
      where: { firmId, memberId, sectionId: { in: sectionIds } },
      select: { sectionId: true, contentHash: true, at: true },
    }),
    db.member.findMany({ where: { firmId }, select: { id: true, name: true } }),
    signerRights(db, firmId, memberId, clock()),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const numbers = sectionNumbers(all);
  const plan = reviewPlanOf(letter.reviewPlan);
  return rows.map((row): SectionReview => {
    const present = contents.get(row.id) as PresentContent;
    const own = decisions.filter(({ sectionId }) => sectionId === row.id);
    const viewOf = (decision: SignOff) => decisionView(decision, present, names);
    const standings = standingsOf(plan, own, present.hash);
    const reading = readings.find(({ sectionId }) => sectionId === row.id);
    const facts = { firmId: row.firmId, state: sectionStateOf(row.state), frozen: row.frozen, ownerId: row.ownerId };
    return {
      ...{ row, present, decisions: own, viewOf },
      summary: {
        ...{ sectionId: row.id, title: row.title, number: numbers.get(row.id) ?? '', state: facts.state },
        ...{ ownerId: row.ownerId, owner: row.ownerId ? (names.get(row.ownerId) ?? null) : null },
        dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
        contentHash: present.hash,
        standings: standings.map(({ decision, ...rest }) => ({ ...rest, decision: decision ? viewOf(decision) : null })),
        offers: offersOf(ctx, facts, plan, rights, standings),
        seenAt: reading?.at.toISOString() ?? null,
        changedSinceSeen: reading !== undefined && reading.contentHash !== present.hash,
        rights: { move: canMoveToReview(actor, facts), reopen: canReopenSection(actor, facts), assign: canEditOutline(actor, row) },
      },
    };
  });
}

/** Numbers of sections follow from kind and order alone. */
function sectionNumbers(rows: readonly Section[]): ReadonlyMap<string, string | null> {
  const sections = rows.map(({ id, kind, title }) => ({
    ...{ id, title, kind: kind as SectionKind, question: null, coverage: 'open' as const, body: { type: 'doc' } },
  }));
  return numberLetter({ sections }).sections;
}

function offersOf(
  { actor }: ServiceContext,
  section: Parameters<typeof canSign>[1],
  plan: ReviewPlan,
  { own, lent }: SignerRights,
  standings: readonly CapacityStanding[],
): readonly SigningOffer[] {
  const signed = signedCapacities(standings);
  const right = (capacity: Capacity, onBehalfOf: readonly Capacity[] | null) =>
    canSign(actor, section, { capacity, capacities: own, onBehalfOf, required: plan.required, ordered: plan.ordered, signed });
  const wanted = (capacity: Capacity) => plan.required.includes(capacity);
  return [
    ...own.filter(wanted).map((capacity) => ({ capacity, onBehalfOf: null, right: right(capacity, null) })),
    ...lent
      .filter(({ capacity }) => wanted(capacity))
      .map(({ capacity, fromId, fromName }) => ({
        ...{ capacity, onBehalfOf: { id: fromId, name: fromName } },
        right: right(capacity, [capacity]),
      })),
  ];
}

function decisionView(decision: SignOff, present: PresentContent, names: ReadonlyMap<string, string>): DecisionView {
  const { id, capacity, memberId, onBehalfOfId, reason, at } = decision;
  return {
    ...{ id, memberId, reason, at: at.toISOString() },
    capacity: isCapacity(capacity) ? capacity : 'business',
    decision: decision.decision === 'refused' ? 'refused' : 'signed',
    member: names.get(memberId) ?? 'A former member',
    onBehalfOf: onBehalfOfId ? (names.get(onBehalfOfId) ?? 'a former member') : null,
    fell: fellBy(decision, present),
  };
}

/** As it was noted when it fell; computed where that is still to come. */
function fellBy({ decision, voidedAt, voided, contentHash, content }: SignOff, present: PresentContent): VoidReason | null {
  if (decision !== 'signed') return null;
  if (voidedAt !== null) return voided as unknown as VoidReason;
  return contentHash === present.hash ? null : voidReason(content as unknown as SignedContent, present.content, []);
}
