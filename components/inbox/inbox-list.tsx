'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Inbox, NoticeView } from '@/lib/services/inbox/list-notices';
import { NoticeRow } from './notice-row';
import { useUnread } from './use-unread';

/** The notices of the member, the newest first, live. Opening one marks it as read and leads to its place. */
export function InboxList({ initial }: { initial: Inbox }) {
  const router = useRouter();
  const [inbox, setInbox] = useState(initial);
  const [unreadOnly, setUnreadOnly] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const counted = useUnread();

  const attempt = useCallback(async (action: () => Promise<void>) => {
    setBusy(true);
    try {
      await action();
      setRefusal(null);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }, []);
  const read = useCallback(
    () => attempt(async () => setInbox(await callApi<Inbox>(`/api/inbox${unreadOnly ? '?unread=yes' : ''}`))),
    [attempt, unreadOnly],
  );
  // the page brought the first list with it
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the number means that the list changed
  useEffect(() => {
    if (first.current) first.current = false;
    else void read();
  }, [read, counted]);

  const mark = (notice: NoticeView, isRead: boolean) =>
    attempt(async () => {
      setInbox((present) => ({
        ...present,
        notices: present.notices.map((each) => (each.id === notice.id ? { ...each, read: isRead } : each)),
      }));
      await callApi(`/api/inbox/${notice.id}`, { method: 'PATCH', body: { read: isRead } });
    });
  const more = () =>
    attempt(async () => {
      const last = inbox.notices.at(-1)?.id ?? '';
      const next = await callApi<Inbox>(`/api/inbox?before=${last}${unreadOnly ? '&unread=yes' : ''}`);
      setInbox({ ...next, notices: [...inbox.notices, ...next.notices] });
    });

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <Select
          aria-label="Which notices"
          value={unreadOnly ? 'unread' : 'all'}
          onChange={(value) => setUnreadOnly(value === 'unread')}
          options={[
            { value: 'all', label: 'All notices' },
            { value: 'unread', label: 'Unread' },
          ]}
          className="w-40"
        />
        <Button
          disabled={busy}
          disabledReason={inbox.unread === 0 ? 'Everything is read.' : null}
          onClick={() => void attempt(() => callApi('/api/inbox', { method: 'PATCH', body: { read: true } }).then(() => read()))}
        >
          Mark all as read
        </Button>
      </div>
      {refusal ? (
        <Notice tone="red" title="That did not work">
          {refusal}
        </Notice>
      ) : null}
      {inbox.notices.length === 0 ? (
        <EmptyState title={unreadOnly ? 'Everything is read' : 'Nothing yet'}>
          When somebody mentions you, answers you, gives you a thread or a section, or waits for your signature, it stands here.
        </EmptyState>
      ) : (
        <ul className="flex flex-col rounded-md border border-line">
          {inbox.notices.map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              onOpen={() => {
                if (!notice.read) void mark(notice, true);
                router.push(notice.href);
              }}
              onMark={(isRead) => void mark(notice, isRead)}
            />
          ))}
        </ul>
      )}
      {inbox.more ? (
        <div>
          <Button disabled={busy} onClick={() => void more()}>
            Show older
          </Button>
        </div>
      ) : null}
    </div>
  );
}
