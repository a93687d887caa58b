'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/components/ui/call-api';

const CHANNEL = 'marginalia-inbox';
const ASK_EVERY_MS = 60_000;

/**
 * How many notices are unread, live; null until it is known. A browser opens only a few connections to one server, so of all its windows one listens and
 * tells the others. Where windows cannot agree on that (no secure context), each asks now and then.
 */
export function useUnread(): number | null {
  const [unread, setUnread] = useState<number | null>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    const left = new AbortController();
    let latest: number | null = null;
    const show = (count: number) => {
      latest = count;
      setUnread(count);
    };
    channel.onmessage = ({ data }: MessageEvent<number | 'tell me'>) => {
      if (typeof data === 'number') show(data);
      else if (latest !== null && listening) channel.postMessage(latest);
    };
    let listening = false;
    const listen = () =>
      new Promise<void>((done) => {
        if (left.signal.aborted) return done();
        listening = true;
        const source = new EventSource('/api/inbox/events');
        source.onmessage = (event) => {
          const { unread: count } = JSON.parse(event.data) as { unread: number };
          show(count);
          channel.postMessage(count);
        };
        left.signal.addEventListener('abort', () => {
          source.close();
          done();
        });
      });
    const ask = () => {
      callApi<{ unread: number }>('/api/inbox').then(
        ({ unread: count }) => show(count),
        () => {
          // the next round asks again
        },
      );
    };
    let asking: ReturnType<typeof setInterval> | undefined;
    if ('locks' in navigator) {
      channel.postMessage('tell me');
      navigator.locks.request(CHANNEL, { signal: left.signal }, listen).catch(() => {
        // the page was left before it was its turn
      });
    } else {
      ask();
      asking = setInterval(ask, ASK_EVERY_MS);
    }
    return () => {
      left.abort();
      clearInterval(asking);
      channel.close();
    };
  }, []);
  return unread;
}
