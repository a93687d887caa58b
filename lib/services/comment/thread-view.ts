import type { Comment, CommentThread } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface CommentView {
  readonly id: string;
  /** Without an id where the comment came back in a Word file from somebody who is no member. */
  readonly author: { readonly id: string | null; readonly name: string };
  /** Plain text with line breaks. */
  readonly text: string;
  readonly mentions: readonly Person[];
  readonly createdAt: string;
  readonly editedAt: string | null;
}

export interface ThreadView {
  readonly id: string;
  readonly sectionId: string;
  readonly anchor: Anchor;
  readonly privileged: boolean;
  readonly assignee: Person | null;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: Person | null;
  /** What it was about is no longer in the text. */
  readonly orphaned: boolean;
  /** At least one; the first is what the thread began with. */
  readonly comments: readonly CommentView[];
}

/** A thread as it leaves the server. `names` has every member of the firm, also those who were suspended. */
export function threadView(row: CommentThread & { comments: Comment[] }, names: ReadonlyMap<string, string>): ThreadView {
  const person = (id: string): Person => ({ id, name: names.get(id) ?? 'A former member' });
  return {
    id: row.id,
    sectionId: row.sectionId,
    anchor: row.anchor as unknown as Anchor,
    privileged: row.privileged,
    assignee: row.assigneeId === null ? null : person(row.assigneeId),
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedById === null ? null : person(row.resolvedById),
    orphaned: row.orphanedAt !== null,
    comments: row.comments.map((comment) => ({
      id: comment.id,
      author: comment.authorId === null ? { id: null, name: comment.authorName } : person(comment.authorId),
      text: comment.text,
      mentions: comment.mentions.map(person),
      createdAt: comment.createdAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
    })),
  };
}
