import { AppError } from '@/lib/core/errors';
import type { Coverage } from '@/lib/letter/letter-content';
import { canEditOutline, canSetCoverage } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findSection } from './find-section';

export interface SectionChange {
  readonly title?: string;
  readonly coverage?: Coverage;
  readonly ownerId?: string | null;
}

/** Changes a section's title, owner or the coverage of its question; its text is changed in its room only. */
export async function updateSection(ctx: ServiceContext, sectionId: string, change: SectionChange): Promise<void> {
  if (change.coverage !== undefined) authorise(canSetCoverage(ctx.actor));
  if (change.title !== undefined || change.ownerId !== undefined) authorise(canEditOutline(ctx.actor));
  await transact(ctx, async (tx, audit) => {
    const section = await findSection(tx, ctx.actor.firmId, sectionId);
    if (change.coverage !== undefined && section.kind !== 'question') {
      throw new AppError('INVALID_INPUT', 'Only a section that answers a question has a coverage.');
    }
    if (change.ownerId) {
      const owner = await tx.member.findFirst({ where: { id: change.ownerId, firmId: ctx.actor.firmId, suspendedAt: null } });
      if (!owner) throw new AppError('INVALID_INPUT', 'The owner has to be an active member of the firm.');
    }
    const before: Record<string, unknown> = {};
    const after: Record<string, unknown> = {};
    for (const key of ['title', 'coverage', 'ownerId'] as const) {
      const next = change[key];
      if (next === undefined || next === section[key]) continue;
      before[key] = section[key];
      after[key] = next;
    }
    if (Object.keys(after).length === 0) return;
    const at = ctx.clock();
    await tx.section.update({ where: { id: sectionId }, data: { ...after, updatedAt: at } });
    await tx.letter.update({ where: { id: section.letterId }, data: { updatedAt: at } });
    audit({ type: 'section.changed', subject: { type: 'section', id: sectionId }, data: { letterId: section.letterId, before, after } });
  });
}
