import { canEditOutline } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { holdLetterOf } from '../review/lock-review';
import { findSection } from './find-section';

/** Moves a section to a place in its letter, counted from 0; places beyond the end mean the end. */
export async function moveSection(ctx: ServiceContext, sectionId: string, place: number): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    const { firmId } = ctx.actor;
    await holdLetterOf(tx, firmId, sectionId);
    const section = await findSection(tx, firmId, sectionId);
    authorise(canEditOutline(ctx.actor, section));
    const rows = await tx.section.findMany({
      where: { firmId, letterId: section.letterId },
      orderBy: { ordinal: 'asc' },
      select: { id: true, ordinal: true },
    });
    const from = rows.findIndex((row) => row.id === sectionId);
    const others = rows.filter((row) => row.id !== sectionId);
    const to = Math.min(Math.max(place, 0), others.length);
    const order = [...others.slice(0, to), { id: sectionId, ordinal: -1 }, ...others.slice(to)];
    for (const [ordinal, row] of order.entries()) {
      if (row.ordinal !== ordinal) await tx.section.update({ where: { id: row.id }, data: { ordinal } });
    }
    if (from === to) return;
    await tx.letter.update({ where: { id: section.letterId }, data: { updatedAt: ctx.clock() } });
    audit({
      type: 'section.changed',
      subject: { type: 'section', id: sectionId },
      data: { letterId: section.letterId, before: { place: from }, after: { place: to } },
    });
  });
}
