'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import type { CommentView, Person } from '@/lib/services/comment/thread-view';
import { CommentText } from './comment-text';
import { MentionField } from './mention-field';
import { mentionedIn } from './mention-words';
import { useComments } from './use-comments';
import { useKeptText } from './use-kept-text';
import { useSending } from './use-sending';

interface CommentItemProps {
  comment: CommentView;
  people: readonly Person[];
  canEdit: boolean;
  /** Author and time stand above already. */
  headless: boolean;
}

/** One comment of an open thread; its author can change it. */
export function CommentItem({ comment, people, canEdit, headless }: CommentItemProps) {
  const { store, user } = useComments();
  const [kept, keep] = useKeptText(`marginalia-edit:${comment.id}`);
  const [editing, setEditing] = useState(false);
  const { busy, refusal, send } = useSending();
  const own = comment.author.id === user.memberId && canEdit;
  const text = kept === '' ? comment.text : kept;
  const end = () => {
    keep('');
    setEditing(false);
  };
  const save = async () => {
    if (text.trim() === '') return;
    const body = { text, mentions: mentionedIn(text, people).map(({ id }) => id) };
    if (await send(() => callApi(`/api/comments/${comment.id}`, { method: 'PATCH', body }).then(() => store.read()))) end();
  };
  return (
    <li className="flex flex-col gap-1">
      {headless ? null : (
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{comment.author.name}</span>
          <span className="text-muted text-sm">
            <Instant iso={comment.createdAt} />
          </span>
        </p>
      )}
      {editing ? (
        <>
          <MentionField
            label="Your comment"
            value={text}
            onChange={keep}
            people={people}
            onSend={() => void save()}
            onEscape={end}
            focused
          />
          {refusal ? (
            <Notice tone="red" title="Not changed; your words are kept here">
              {refusal}
            </Notice>
          ) : null}
          <div className="flex gap-2">
            <Button size="sm" variant="primary" disabled={busy} onClick={() => void save()}>
              Save
            </Button>
            <Button size="sm" variant="ghost" onClick={end}>
              Cancel
            </Button>
          </div>
        </>
      ) : (
        <>
          <CommentText text={comment.text} mentions={comment.mentions} />
          {comment.editedAt || own ? (
            <p className="flex items-center gap-2 text-muted text-sm">
              {comment.editedAt ? <span>Edited</span> : null}
              {own ? (
                <button
                  type="button"
                  className="rounded-sm underline-offset-2 hover:text-ink hover:underline"
                  onClick={() => setEditing(true)}
                >
                  Edit
                </button>
              ) : null}
            </p>
          ) : null}
        </>
      )}
    </li>
  );
}
