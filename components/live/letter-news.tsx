'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { LetterNews } from '@/lib/services/live/watch-letter';
import { shareStream } from './share-stream';

type Listener = (news: LetterNews) => void;

const Listeners = createContext<Set<Listener> | null>(null);

/** Listens for what changes around a letter, over one connection for all the windows of a browser that have it open. */
export function LetterNewsProvider({ letterId, children }: { letterId: string; children: ReactNode }) {
  const listeners = useMemo(() => new Set<Listener>(), []);
  useEffect(
    () =>
      shareStream<LetterNews>(`/api/letters/${letterId}/events`, {
        onEvent: (news) => {
          for (const listener of [...listeners]) listener(news);
        },
        // what happened meanwhile is not told again
        onGap: () => {
          for (const listener of [...listeners]) listener({ about: null, sectionId: null });
        },
      }),
    [letterId, listeners],
  );
  return <Listeners value={listeners}>{children}</Listeners>;
}

/** Calls back when something of this kind changed, and when something may have been missed. */
export function useLetterNews(about: NonNullable<LetterNews['about']>, onNews: (news: LetterNews) => void): void {
  const listeners = useContext(Listeners);
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    if (!listeners) return;
    const listener: Listener = (news) => {
      if (news.about === about || news.about === null) latest.current(news);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners, about]);
}
