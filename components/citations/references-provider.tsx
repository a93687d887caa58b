'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useLetterNews } from '@/components/live/letter-news';
import { callApi } from '@/components/ui/call-api';
import type { LetterSection } from '@/lib/letter/letter-content';
import type { LetterReferences } from '@/lib/services/source/letter-references';
import { ReferenceStore } from './reference-store';
import { ReferencesContext } from './references-context';

const REFRESH_MS = 30_000;

interface ReferencesProviderProps {
  letterId: string;
  sections: readonly LetterSection[];
  /** False where the letter is only read, so that its citations open nothing. */
  editable?: boolean;
  children: ReactNode;
}

/** Gives everything below it the words of the letter's citations and cross-references. */
export function ReferencesProvider({ letterId, sections, editable = true, children }: ReferencesProviderProps) {
  const [store] = useState(() => new ReferenceStore(editable));
  useEffect(() => store.setSections(sections), [store, sections]);
  const refresh = () => {
    if (document.visibilityState === 'hidden') return;
    callApi<LetterReferences>(`/api/letters/${letterId}/references`).then(
      ({ sources, bodies }) => store.setRead(sources, bodies),
      // the words stay as they are; the next round tries again
      () => {},
    );
  };
  useLetterNews('outline', refresh);
  useLetterNews('suggestions', refresh);
  useLetterNews('versions', refresh);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the letter alone
  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
    };
  }, [letterId]);
  return <ReferencesContext value={store}>{children}</ReferencesContext>;
}
