'use client';

import { Check, Lock, MapPinOff, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { LetterThreads } from '@/lib/services/comment/list-threads';
import type { ThreadView } from '@/lib/services/comment/thread-view';
import { CommentItem } from './comment-item';
import { CommentText } from './comment-text';
import { ReplyForm } from './reply-form';
import { showThreadInText } from './show-thread-in-text';
import { ThreadQuote } from './thread-quote';
import { useComments } from './use-comments';
import { useSending } from './use-sending';

const NOBODY = 'nobody';

interface ThreadCardProps {
  thread: ThreadView;
  open: boolean;
  letter: LetterThreads;
  /** Of the section, where the card stands apart from it. */
  place: string | null;
}

/** A thread: closed its first words, open everything and what can be done with it. */
export function ThreadCard({ thread, open, letter, place }: ThreadCardProps) {
  const { store } = useComments();
  const { busy, refusal, send } = useSending();
  const card = useRef<HTMLElement>(null);
  const [first] = thread.comments;
  const replies = thread.comments.length - 1;
  const resolved = thread.resolvedAt !== null;
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const change = (body: { resolved: boolean } | { assigneeId: string | null }) =>
    void send(() => callApi(`/api/threads/${thread.id}`, { method: 'PATCH', body }).then(() => store.read()));
  const people = letter.people.filter((person) => !thread.privileged || person.seesPrivileged);
  const right = letter.rights.comment;
  return (
    <article
      ref={card}
      aria-label={`Thread begun by ${first?.author.name ?? 'somebody'}`}
      data-open={open}
      className={`rounded-md border bg-raised ${open ? 'border-accent-ink/50' : 'border-line hover:border-line-strong'}`}
    >
      <button
        type="button"
        id={`thread-${thread.id}`}
        aria-expanded={open}
        onClick={() => {
          store.open(open ? null : thread.id);
          if (!open) showThreadInText(thread);
        }}
        className="flex w-full flex-col gap-1.5 rounded-md p-3 text-left"
      >
        <span className="flex w-full flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{first?.author.name}</span>
          <span className="text-muted text-sm">{first ? <Instant iso={first.createdAt} /> : null}</span>
          {thread.privileged ? (
            <Badge tone="violet" title="Only legal sees this thread">
              <Lock aria-hidden strokeWidth={2.5} /> Privileged
            </Badge>
          ) : null}
          {resolved ? (
            <Badge tone="green">
              <Check aria-hidden /> Resolved
            </Badge>
          ) : null}
          {thread.orphaned && !resolved ? (
            <Badge tone="amber" title="What it is about is no longer in the text">
              <MapPinOff aria-hidden /> Lost its place
            </Badge>
          ) : null}
        </span>
        {place ? <span className="text-muted text-sm">{place}</span> : null}
        <ThreadQuote anchor={thread.anchor} lost={thread.orphaned} />
        {!open && first ? (
          <span className="line-clamp-2 w-full">
            <CommentText text={first.text} mentions={first.mentions} />
          </span>
        ) : null}
        {!open && (replies > 0 || thread.assignee) ? (
          <span className="text-muted text-sm">
            {[replies > 0 ? `${replies} ${replies === 1 ? 'reply' : 'replies'}` : '', thread.assignee ? `with ${thread.assignee.name}` : '']
              .filter(Boolean)
              .join(', ')}
          </span>
        ) : null}
      </button>
      {open ? (
        <div className="flex flex-col gap-3 px-3 pb-3">
          <ol className="flex flex-col gap-3">
            {thread.comments.map((comment) => (
              <CommentItem key={comment.id} comment={comment} people={people} canEdit={right.allowed} headless={comment.id === first?.id} />
            ))}
          </ol>
          {resolved && thread.resolvedBy && thread.resolvedAt ? (
            <p className="text-muted text-sm">
              Resolved by {thread.resolvedBy.name}, <Instant iso={thread.resolvedAt} />
            </p>
          ) : null}
          {refusal ? (
            <Notice tone="red" title="Not changed">
              {refusal}
            </Notice>
          ) : null}
          {right.allowed ? (
            <>
              <ReplyForm threadId={thread.id} people={people} />
              <div className="flex items-center gap-2 border-line border-t pt-3">
                <Select
                  aria-label="Assigned to"
                  value={thread.assignee?.id ?? NOBODY}
                  onChange={(id) => change({ assigneeId: id === NOBODY ? null : id })}
                  options={[{ value: NOBODY, label: 'Unassigned' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
                  disabled={busy}
                  className="min-w-0 flex-1"
                />
                <Button size="md" disabled={busy} onClick={() => change({ resolved: !resolved })}>
                  {resolved ? <RotateCcw aria-hidden className="size-3.5" /> : <Check aria-hidden className="size-3.5" />}
                  {resolved ? 'Reopen' : 'Resolve'}
                </Button>
              </div>
            </>
          ) : (
            <p className="text-muted text-sm">{right.reason}</p>
          )}
        </div>
      ) : null}
    </article>
  );
}
