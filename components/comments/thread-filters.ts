import type { ThreadView } from '@/lib/services/comment/thread-view';

/** Which threads the panel shows. */
export const THREAD_FILTERS = [
  { id: 'open', label: 'Open' },
  { id: 'mine', label: 'With me in them' },
  { id: 'assigned', label: 'Assigned to me' },
  { id: 'resolved', label: 'Resolved' },
  { id: 'lost', label: 'Lost their place' },
  { id: 'privileged', label: 'Privileged' },
] as const;
export type ThreadFilter = (typeof THREAD_FILTERS)[number]['id'];

/** Whether a thread is among those that a member wants to see. */
export function isShown(thread: ThreadView, filter: ThreadFilter, memberId: string): boolean {
  const open = thread.resolvedAt === null;
  switch (filter) {
    case 'open':
      return open;
    case 'mine':
      return (
        open &&
        (thread.assignee?.id === memberId ||
          thread.comments.some((comment) => comment.author.id === memberId || comment.mentions.some(({ id }) => id === memberId)))
      );
    case 'assigned':
      return open && thread.assignee?.id === memberId;
    case 'resolved':
      return !open;
    case 'lost':
      return open && thread.orphaned;
    case 'privileged':
      return open && thread.privileged;
  }
}

export interface ThreadGroup {
  /** The section; null for threads that lost their place. */
  readonly sectionId: string | null;
  readonly threads: readonly ThreadView[];
}

/** Threads by section in the order in which they come; those that lost their place are apart, at the end. */
export function groupThreads(threads: readonly ThreadView[]): readonly ThreadGroup[] {
  const groups = new Map<string | null, ThreadView[]>();
  const put = (key: string | null, thread: ThreadView) => {
    const group = groups.get(key);
    if (group) group.push(thread);
    else groups.set(key, [thread]);
  };
  const lost = (thread: ThreadView) => thread.orphaned && thread.resolvedAt === null;
  for (const thread of threads) if (!lost(thread)) put(thread.sectionId, thread);
  for (const thread of threads) if (lost(thread)) put(null, thread);
  return [...groups].map(([sectionId, own]) => ({ sectionId, threads: own }));
}
