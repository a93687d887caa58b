import type { SectionKind } from '@/lib/letter/letter-content';
import { emptySection } from '@/lib/letter/schema/empty-section';
import { canEditOutline } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';
import { insertSection } from './insert-section';

interface AddSection {
  readonly letterId: string;
  readonly kind: Exclude<SectionKind, 'question'>;
  readonly title: string;
  /** The section after which it comes; null for the first place. */
  readonly afterSectionId: string | null;
}

/** Adds a section that answers no numbered question; the sections behind it move down one place. */
export async function addSection(ctx: ServiceContext, input: AddSection): Promise<{ sectionId: string }> {
  const sectionId = ctx.ids();
  await transact(ctx, async (tx, audit) => {
    const { firmId } = ctx.actor;
    const at = ctx.clock();
    const letter = await lockLetter(tx, firmId, input.letterId);
    authorise(canEditOutline(ctx.actor, { frozen: letter.frozenAt !== null }));
    const rows = await tx.section.findMany({
      where: { firmId, letterId: input.letterId },
      orderBy: { ordinal: 'asc' },
      select: { id: true },
    });
    const place = rows.findIndex((row) => row.id === input.afterSectionId) + 1;
    await tx.section.updateMany({
      where: { firmId, letterId: input.letterId, ordinal: { gte: place } },
      data: { ordinal: { increment: 1 } },
    });
    await insertSection(
      tx,
      { firmId, letterId: input.letterId, sectionId, ordinal: place, at },
      { kind: input.kind, title: input.title, question: null, coverage: 'not-applicable', body: emptySection(ctx.ids) },
    );
    await tx.letter.update({ where: { id: input.letterId }, data: { updatedAt: at } });
    audit({
      type: 'section.added',
      subject: { type: 'section', id: sectionId },
      data: { letterId: input.letterId, kind: input.kind, title: input.title },
    });
  });
  return { sectionId };
}
