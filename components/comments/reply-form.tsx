'use client';

import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import type { Person } from '@/lib/services/comment/thread-view';
import { MentionField } from './mention-field';
import { mentionedIn } from './mention-words';
import { useComments } from './use-comments';
import { useKeptText } from './use-kept-text';
import { useSending } from './use-sending';

/** Where a thread is answered; words that were not sent wait here. */
export function ReplyForm({ threadId, people }: { threadId: string; people: readonly Person[] }) {
  const { store } = useComments();
  const [text, keep] = useKeptText(`marginalia-reply:${threadId}`);
  const { busy, refusal, send } = useSending();
  const submit = async () => {
    if (text.trim() === '') return;
    const body = { text, mentions: mentionedIn(text, people).map(({ id }) => id) };
    if (await send(() => callApi(`/api/threads/${threadId}/comments`, { method: 'POST', body }))) {
      keep('');
      await store.read();
    }
  };
  return (
    <form
      aria-label="Reply"
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MentionField label="Reply" placeholder="Reply" value={text} onChange={keep} people={people} onSend={() => void submit()} />
      {refusal ? (
        <Notice tone="red" title="Not sent; your words are kept here">
          {refusal}
        </Notice>
      ) : null}
      {text.trim() === '' ? null : (
        <div>
          <Button type="submit" size="sm" variant="primary" disabled={busy}>
            Reply
          </Button>
        </div>
      )}
    </form>
  );
}
