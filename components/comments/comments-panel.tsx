'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SectionHandle } from '@/components/editor/section-handle';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { NewThreadForm } from './new-thread-form';
import { ThreadCard } from './thread-card';
import { groupThreads, isShown, THREAD_FILTERS, type ThreadFilter } from './thread-filters';
import { useComments, useCommentsState } from './use-comments';

interface CommentsPanelProps {
  /** The letter's sections with the names under which threads stand. */
  sections: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  /** The section that was worked in last: a new comment is about what is selected there. */
  active: SectionHandle | null;
  /** The section that is chosen, where none was worked in. */
  chosenId: string | null;
}

/** The threads of the letter as it is read, one of them open; and where new ones are begun. */
export function CommentsPanel({ sections, active, chosenId }: CommentsPanelProps) {
  const { store, user } = useComments();
  const { letter, refusal, activeId, composing } = useCommentsState();
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const titles = useMemo(() => new Map(sections.map(({ id, number, title }) => [id, `${number} ${title}`.trim()])), [sections]);
  const titleOf = (id: string) => titles.get(id) ?? 'A section that is gone';

  // a thread that is opened from the text or a notice is shown, whatever was filtered
  useEffect(() => {
    const wanted = store.snapshot().letter?.threads.find(({ id }) => id === activeId);
    if (wanted)
      setFilter((present) => (isShown(wanted, present, user.memberId) ? present : wanted.resolvedAt === null ? 'open' : 'resolved'));
  }, [activeId, store, user.memberId]);

  if (!letter) {
    if (refusal === null) return <p className="text-muted">Reading the comments…</p>;
    return (
      <Notice tone="red" title="The comments could not be read">
        {refusal}{' '}
        <Button size="sm" onClick={() => void store.read()}>
          Try again
        </Button>
      </Notice>
    );
  }
  const count = (id: ThreadFilter) => letter.threads.filter((thread) => isShown(thread, id, user.memberId)).length;
  const filters = THREAD_FILTERS.filter(({ id }) => id !== 'privileged' || letter.rights.privileged.allowed);
  const groups = groupThreads(letter.threads.filter((thread) => isShown(thread, filter, user.memberId)));
  const target = active?.sectionId ?? chosenId;
  const noNew = letter.rights.comment.allowed ? (target === null ? 'Choose a section first.' : null) : letter.rights.comment.reason;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <Select
          aria-label="Which threads"
          value={filter}
          onChange={(next) => setFilter(next as ThreadFilter)}
          options={filters.map(({ id, label }) => ({ value: id, label: `${label} (${count(id)})` }))}
          className="min-w-0 flex-1"
        />
        <Button
          disabledReason={noNew}
          aria-keyshortcuts="Control+Alt+M"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => target !== null && store.compose(target, active?.sectionId === target ? active.editor : null)}
        >
          <MessageSquarePlus aria-hidden className="size-3.5" /> New
        </Button>
      </div>
      {refusal ? <Notice tone="amber">These may not be the latest: {refusal}</Notice> : null}
      {composing ? (
        <NewThreadForm key={composing.id} draft={composing} letter={letter} sectionTitle={titleOf(composing.sectionId)} />
      ) : null}
      {groups.map(({ sectionId, threads }) => (
        <section
          key={sectionId ?? 'lost'}
          aria-label={sectionId ? `Comments on ${titleOf(sectionId)}` : 'Lost their place'}
          className="flex flex-col gap-2"
        >
          <h3 className="font-medium text-muted text-sm">{sectionId ? titleOf(sectionId) : 'Lost their place'}</h3>
          {sectionId ? null : (
            <p className="text-muted text-sm">What these are about is no longer in the text. They come back to it when the words do.</p>
          )}
          <ul className="flex flex-col gap-2">
            {threads.map((thread) => (
              <li key={thread.id}>
                <ThreadCard
                  thread={thread}
                  open={thread.id === activeId}
                  letter={letter}
                  place={sectionId ? null : titleOf(thread.sectionId)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && !composing ? <NothingHere filter={filter} any={letter.threads.length > 0} /> : null}
    </div>
  );
}

function NothingHere({ filter, any }: { filter: ThreadFilter; any: boolean }) {
  if (any && filter !== 'open') return <p className="text-muted">No threads of this kind.</p>;
  return (
    <EmptyState title={any ? 'No open threads' : 'No comments yet'}>
      Select words, a figure or a footnote in the text and press Ctrl+Alt+M, or use the button beside the selection. Without a selection the
      comment is about the whole section.
    </EmptyState>
  );
}
