'use client';

import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { LetterThreads } from '@/lib/services/comment/list-threads';
import type { NewThread } from './comment-store';
import { MentionField } from './mention-field';
import { mentionedIn } from './mention-words';
import { ThreadQuote } from './thread-quote';
import { useComments } from './use-comments';
import { useSending } from './use-sending';

interface NewThreadFormProps {
  draft: NewThread;
  letter: LetterThreads;
  sectionTitle: string;
}

/** Where a comment is written that begins a thread: what it is about, its words, and whether only legal sees it. */
export function NewThreadForm({ draft, letter, sectionTitle }: NewThreadFormProps) {
  const { store } = useComments();
  const { busy, refusal, send } = useSending();
  const people = letter.people.filter((person) => !draft.privileged || person.seesPrivileged);
  const anchor = draft.about[draft.chosen] ?? { kind: 'section' as const };
  const empty = draft.text.trim() === '';
  const submit = async () => {
    if (empty) return;
    const { sectionId, text, privileged } = draft;
    const body = { sectionId, anchor, text, privileged, mentions: mentionedIn(text, people).map(({ id }) => id) };
    let threadId = '';
    const taken = await send(async () => {
      ({ threadId } = await callApi<{ threadId: string }>(`/api/letters/${store.letterId}/threads`, { method: 'POST', body }));
    });
    if (!taken) return;
    store.change(null);
    await store.read();
    store.open(threadId);
    // the form goes, and the focus with it: it belongs to the thread that stands in its place
    requestAnimationFrame(() => document.getElementById(`thread-${threadId}`)?.focus());
  };
  return (
    <form
      aria-label="New comment"
      className="flex flex-col gap-2 rounded-md border border-accent-ink/40 bg-raised p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="font-medium text-sm">{sectionTitle}</p>
      {draft.about.length > 1 ? (
        <Select
          aria-label="What the comment is about"
          value={String(draft.chosen)}
          onChange={(chosen) => store.change({ ...draft, chosen: Number(chosen) })}
          options={draft.about.map((each, index) => ({ value: String(index), label: nameOf(each) }))}
        />
      ) : null}
      <ThreadQuote anchor={anchor} />
      <MentionField
        label="Comment"
        placeholder="Write a comment; @ mentions somebody"
        value={draft.text}
        onChange={(text) => store.change({ ...draft, text })}
        people={people}
        onSend={() => void submit()}
        focused={store.isBegunHere(draft)}
      />
      {letter.rights.privileged.allowed ? (
        <Checkbox
          label="Privileged"
          hint="Only legal sees the thread. This cannot be changed later."
          checked={draft.privileged}
          onChange={(privileged) => store.change({ ...draft, privileged })}
        />
      ) : null}
      {refusal ? (
        <Notice tone="red" title="Not sent; your words are kept here">
          {refusal}
        </Notice>
      ) : null}
      <div className="flex items-center gap-2">
        <Button type="submit" size="sm" variant="primary" disabled={busy} disabledReason={empty ? 'Write something first.' : null}>
          Comment
        </Button>
        <Button size="sm" variant="ghost" onClick={() => store.change(null)}>
          Discard
        </Button>
      </div>
    </form>
  );
}

function nameOf(anchor: Anchor): string {
  if (anchor.kind === 'section') return 'The whole section';
  return anchor.kind === 'text' ? 'The selected words' : (anchor.quote.split(':')[0] ?? 'This');
}
