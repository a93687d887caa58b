import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Coverage } from '@/lib/letter/letter-content';
import { canEditOutline, canSetCoverage } from '@/lib/policies/letter';
import { isOpen } from '@/lib/policies/section';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { announce } from '../live/announce';
import { notifyMember } from '../live/notify-member';
import { heldSection, holdLetterOf } from '../review/lock-review';
import { voidTouchedSignOffs } from '../review/void-touched-sign-offs';

export interface SectionChange {
  readonly title?: string;
  readonly coverage?: Coverage;
  readonly ownerId?: string | null;
  /** ISO date by which it has to be ready; null for none */
  readonly dueOn?: string | null;
}

/**
 * Changes a section's title, owner, due date or the coverage of its question, in the caller's transaction; its text is changed in its room only.
 * Title and coverage are part of what is signed: a signed section keeps them, and elsewhere signatures fall by it.
 */
export async function changeSection(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  sectionId: string,
  change: SectionChange,
): Promise<void> {
  const { actor, clock } = ctx;
  const { firmId } = actor;
  await holdLetterOf(tx, firmId, sectionId);
  const section = await heldSection(tx, firmId, sectionId);
  const { letterId } = section;
  if (change.coverage !== undefined) authorise(canSetCoverage(actor, section));
  if (change.title !== undefined || change.ownerId !== undefined || change.dueOn !== undefined) authorise(canEditOutline(actor, section));
  if (change.coverage !== undefined && section.kind !== 'question') {
    throw new AppError('INVALID_INPUT', 'Only a section that answers a question has a coverage.');
  }
  if (change.ownerId) {
    const owner = await tx.member.findFirst({ where: { id: change.ownerId, firmId, suspendedAt: null } });
    if (!owner) throw new AppError('INVALID_INPUT', 'The owner has to be an active member of the firm.');
  }
  const present = { ...section, dueOn: section.dueOn?.toISOString().slice(0, 10) ?? null };
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const key of ['title', 'coverage', 'ownerId', 'dueOn'] as const) {
    const next = change[key];
    if (next === undefined || next === present[key]) continue;
    before[key] = present[key];
    after[key] = next;
  }
  if (Object.keys(after).length === 0) return;
  const says = 'title' in after || 'coverage' in after;
  if (says) authorise(isOpen({ state: sectionStateOf(section.state), frozen: section.frozen }));
  const at = clock();
  const day = typeof after.dueOn === 'string' ? { dueOn: new Date(after.dueOn) } : {};
  await tx.section.update({ where: { id: sectionId }, data: { ...after, ...day, updatedAt: at } });
  await tx.letter.update({ where: { id: letterId }, data: { updatedAt: at } });
  audit({ type: 'section.changed', subject: { type: 'section', id: sectionId }, data: { letterId, before, after } });
  if (says) await voidTouchedSignOffs(ctx, tx, audit, sectionId);
  if (typeof after.ownerId === 'string') {
    await notifyMember(ctx, tx, {
      ...{ memberId: after.ownerId, kind: 'owner-set', letterId, sectionId, subjectId: null },
      sentence: `${actor.name} made “${change.title ?? section.title}” yours.`,
    });
  }
  await announce(tx, { topic: 'letter', about: 'outline', firmId, letterId, sectionId });
  await announce(tx, { topic: 'letter', about: 'review', firmId, letterId, sectionId });
}
