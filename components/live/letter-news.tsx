'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { LetterNews } from '@/lib/services/live/watch-letter';

type Listener = (news: LetterNews) => void;

const Listeners = createContext<Set<Listener> | null>(null);

/** Listens for what changes around a letter, over one connection for the whole page. */
export function LetterNewsProvider({ letterId, children }: { letterId: string; children: ReactNode }) {
  const listeners = useMemo(() => new Set<Listener>(), []);
  useEffect(() => {
    const source = new EventSource(`/api/letters/${letterId}/events`);
    let wasOpen = false;
    const tell = (news: LetterNews) => {
      for (const listener of [...listeners]) listener(news);
    };
    source.onopen = () => {
      // what happened while the connection was gone is not told again
      if (wasOpen) tell({ about: null, sectionId: null });
      wasOpen = true;
    };
    source.onmessage = (event) => tell(JSON.parse(event.data) as LetterNews);
    return () => source.close();
  }, [letterId, listeners]);
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
