interface ThreadSubject {
  readonly type: 'thread';
  readonly id: string;
}

/** Where a thread is. `privileged` threads are named here by their id only: whoever reads the log need not be of legal. */
interface ThreadPlace {
  readonly letterId: string;
  readonly sectionId: string;
  readonly privileged: boolean;
}

export type CommentEvent =
  | {
      readonly type: 'comment.thread-started';
      readonly subject: ThreadSubject;
      readonly data: ThreadPlace & { readonly about: 'section' | 'text' | 'node'; readonly commentId: string };
    }
  | { readonly type: 'comment.replied'; readonly subject: ThreadSubject; readonly data: ThreadPlace & { readonly commentId: string } }
  | {
      readonly type: 'comment.edited';
      readonly subject: ThreadSubject;
      /** the words before and after; null in privileged threads, which the log does not repeat */
      readonly data: ThreadPlace & { readonly commentId: string; readonly before: string | null; readonly after: string | null };
    }
  | {
      readonly type: 'comment.assigned';
      readonly subject: ThreadSubject;
      readonly data: ThreadPlace & { readonly before: string | null; readonly after: string | null };
    }
  | { readonly type: 'comment.resolved'; readonly subject: ThreadSubject; readonly data: ThreadPlace }
  | { readonly type: 'comment.reopened'; readonly subject: ThreadSubject; readonly data: ThreadPlace }
  /** once per member, thread and day (UTC): the list of a letter's threads hands out their words */
  | { readonly type: 'comment.privileged-read'; readonly subject: ThreadSubject; readonly data: ThreadPlace };
