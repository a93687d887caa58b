import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { type SectionState, sectionStateOf } from '@/lib/review/section-state';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { announce } from '../live/announce';
import { keepAutomaticVersion } from '../version/keep-automatic-version';

interface Step {
  readonly to: SectionState;
  readonly because: 'sent' | 'taken-back' | 'signed' | 'refused' | 'reopened' | 'plan-changed';
  /** what a person gave as the reason */
  readonly reason?: string;
}

/**
 * Writes a section's new state, with its audit event; screens, and the processes that hold its room, are told at once. A letter of which a section was signed is kept as a version. */
export async function setSectionState(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  section: Section,
  { to, because, reason = '' }: Step,
): Promise<void> {
  const from = sectionStateOf(section.state);
  if (from === to) return;
  const { actor, clock } = ctx;
  const { firmId } = actor;
  const { id: sectionId, letterId } = section;
  await tx.section.update({ where: { id: sectionId }, data: { state: to, updatedAt: clock() } });
  if (from === 'signed' || to === 'signed') await announce(tx, { topic: 'room', firmId, sectionId });
  await announce(tx, { topic: 'letter', about: 'review', firmId, letterId, sectionId });
  if (to === 'signed') await keepAutomaticVersion(ctx, tx, audit, letterId, 'signed');
  audit({ type: 'section.state-changed', subject: { type: 'section', id: sectionId }, data: { letterId, from, to, because, reason } });
}
