import type { CommentThread } from '@/lib/generated/prisma/client';

/** How the audit log names where a thread is. */
export function threadPlace(thread: Pick<CommentThread, 'letterId' | 'sectionId' | 'privileged'>) {
  return { letterId: thread.letterId, sectionId: thread.sectionId, privileged: thread.privileged };
}
