import type { Letter, Prisma, Suggestion } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import { notifyMember } from '../live/notify-member';

/** Tells each author once what became of all their suggestions that were decided together. */
export async function notifyAuthors(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  letter: Letter,
  decided: readonly Suggestion[],
  decision: 'accepted' | 'rejected' | 'reopened',
): Promise<void> {
  for (const memberId of new Set(decided.flatMap(({ authorId }) => (authorId ? [authorId] : [])))) {
    const own = decided.filter(({ authorId }) => authorId === memberId);
    const which = own.length === 1 ? 'your suggestion' : `${own.length} of your suggestions`;
    await notifyMember(ctx, tx, {
      memberId,
      kind: 'suggestion-decided',
      letterId: letter.id,
      sectionId: own[0]?.sectionId ?? null,
      subjectId: own[0]?.id ?? null,
      sentence: `${ctx.actor.name} ${decision} ${which} in “${letter.title}”.`,
    });
  }
}
