import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { reviewPlanOf } from '@/lib/review/review-plan';
import { isComplete, standingsOf } from '@/lib/review/sign-off-standing';
import type { SignedContent } from '@/lib/review/signed-content';
import { voidReason } from '@/lib/review/void-reason';
import type { Audit } from '../context/transact';
import { announce } from '../live/announce';
import { changeAuthors } from './change-authors';
import { heldSection } from './lock-review';
import { putNotice } from './put-notice';
import { type PresentContent, readSignedContents } from './read-signed-contents';

export interface VoidingContext {
  readonly firmId: string;
  /** whose act it is, where it is known and not in the logs yet */
  readonly by?: string;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** A section whose fallen signatures were voided, with its row lock held. */
export interface SettledSection {
  readonly section: Section;
  readonly present: PresentContent;
  readonly voided: number;
}

/**
 * Voids exactly those signatures on a section that bind other content than what stands now, each with what changed since and by whom, and tells
 * their signers. A section that was signed and now lacks one goes back to review. Takes the section's row lock; call it in the transaction of
 * whatever changes a title, a coverage, a text or a figure.
 */
export async function voidSignOffs(
  ctx: VoidingContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  sectionId: string,
): Promise<SettledSection> {
  const { firmId, clock } = ctx;
  const section = await heldSection(tx, firmId, sectionId);
  const present = (await readSignedContents(tx, firmId, [section])).get(sectionId) as PresentContent;
  const decisions = await tx.signOff.findMany({ where: { firmId, sectionId }, orderBy: { at: 'asc' } });
  const fallen = decisions.filter(
    ({ decision, voidedAt, contentHash }) => decision === 'signed' && voidedAt === null && contentHash !== present.hash,
  );
  const about = { firmId, letterId: section.letterId, sectionId };
  for (const { id, capacity, memberId, contentHash, content, at } of fallen) {
    const signed = content as unknown as SignedContent;
    const bound = [...Object.values(signed.figures), ...Object.values(present.content.figures)];
    const authors = await changeAuthors(tx, {
      ...{ firmId, sectionId, since: at },
      figureIds: bound.map(({ figureId }) => figureId),
      runIds: bound.map(({ runId }) => runId),
    });
    const by = [...new Set([...(ctx.by === undefined ? [] : [ctx.by]), ...authors])];
    const reason = voidReason(signed, present.content, by);
    await tx.signOff.update({ where: { id }, data: { voidedAt: clock(), voided: JSON.parse(JSON.stringify(reason)) } });
    await putNotice(ctx, tx, {
      ...{ memberId, kind: 'signature-voided', letterId: section.letterId, sectionId, subjectId: id },
      actorName: by.join(', ') || 'Marginalia',
      sentence: `Your signature for ${capacity} on “${section.title}” fell: ${reason.summary}.`,
    });
    audit({
      type: 'sign-off.voided',
      subject: { type: 'section', id: sectionId },
      data: {
        ...{ letterId: section.letterId, signOffId: id, capacity, signerId: memberId },
        ...{ before: contentHash, after: present.hash, summary: reason.summary, by },
      },
    });
  }
  if (fallen.length > 0) await announce(tx, { topic: 'letter', about: 'review', ...about });
  if (section.state !== 'signed') return { section, present, voided: fallen.length };

  const letter = await tx.letter.findFirstOrThrow({ where: { id: section.letterId, firmId }, select: { reviewPlan: true } });
  if (isComplete(standingsOf(reviewPlanOf(letter.reviewPlan), decisions, present.hash))) return { section, present, voided: fallen.length };
  const returned = await tx.section.update({ where: { id: sectionId }, data: { state: 'in-review', updatedAt: clock() } });
  await announce(tx, { topic: 'room', firmId, sectionId });
  await announce(tx, { topic: 'letter', about: 'review', ...about });
  audit({
    type: 'section.state-changed',
    subject: { type: 'section', id: sectionId },
    data: {
      letterId: section.letterId,
      from: 'signed',
      to: 'in-review',
      because: fallen.length > 0 ? 'signature-fell' : 'plan-changed',
      reason: '',
    },
  });
  return { section: returned, present, voided: fallen.length };
}
