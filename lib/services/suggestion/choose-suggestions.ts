import { AppError } from '@/lib/core/errors';
import type { Prisma, Suggestion } from '@/lib/generated/prisma/client';

/** Which of a letter's suggestions: named ones, all of an author, or all. */
export type SuggestionChoice = { readonly ids: readonly string[] } | { readonly authorId: string } | { readonly all: true };

/**
 * The chosen suggestions of a letter that stand in one of these states, oldest first; those of an author or of all stand in any order of
 * sections. Throws NOT_FOUND where a named one is none of this letter.
 */
export async function chooseSuggestions(
  db: Prisma.TransactionClient,
  firmId: string,
  letterId: string,
  choice: SuggestionChoice,
): Promise<readonly Suggestion[]> {
  if ('ids' in choice) {
    const ids = [...new Set(choice.ids)];
    const rows = await db.suggestion.findMany({
      where: { firmId, letterId, id: { in: ids } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    if (rows.length < ids.length) throw new AppError('NOT_FOUND', 'There is no such suggestion.');
    return rows;
  }
  const author = 'authorId' in choice ? { authorId: choice.authorId } : {};
  return db.suggestion.findMany({ where: { firmId, letterId, state: 'open', ...author }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
}
