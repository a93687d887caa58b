'use client';

import { useEffect, useState } from 'react';
import { shareStream } from '@/components/live/share-stream';
import { callApi } from '@/components/ui/call-api';

/** How many notices are unread, live; null until it is known. */
export function useUnread(): number | null {
  const [unread, setUnread] = useState<number | null>(null);
  useEffect(
    () =>
      shareStream<{ readonly unread: number }>('/api/inbox/events', {
        onEvent: ({ unread: count }) => setUnread(count),
        // a window that hears through another one is told of changes only
        onGap: () => {},
      }),
    [],
  );
  useEffect(() => {
    callApi<{ unread: number }>('/api/inbox').then(
      ({ unread: count }) => setUnread((heard) => heard ?? count),
      () => {
        // the stream tells it
      },
    );
  }, []);
  return unread;
}
