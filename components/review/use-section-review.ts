import { useCallback, useEffect, useRef, useState } from 'react';
import { useLetterNews } from '@/components/live/letter-news';
import { ApiError, callApi } from '@/components/ui/call-api';
import { useToast } from '@/components/ui/use-toast';
import type { SectionReviewView } from '@/lib/services/review/review-views';

export interface ReviewAct {
  readonly path: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly body: unknown;
  /** what is said when it is done */
  readonly done: string;
}

/**
 * A section's review, read again whenever something about it changes, and a way to act on it. `fault` is a sentence. A text that changed under the
 * reader's eyes is not swapped: `moved` says so, and what is signed stays what is shown, until `reload`.
 */
export function useSectionReview(sectionId: string | null, onChanged: () => void = () => undefined) {
  const toast = useToast();
  const [latest, setLatest] = useState<SectionReviewView | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const current = useRef(sectionId);
  current.current = sectionId;

  const read = useCallback(
    async (keepShown: boolean) => {
      if (sectionId === null) return;
      try {
        const now = await callApi<SectionReviewView>(`/api/sections/${sectionId}/review`);
        if (current.current !== sectionId) return;
        setLatest(now);
        setShown((before) => (keepShown && before?.sectionId === sectionId ? before : now));
        setFault(null);
      } catch (error) {
        setFault(error instanceof Error ? error.message : String(error));
      }
    },
    [sectionId],
  );
  const reload = useCallback(() => read(false), [read]);
  useEffect(() => {
    setLatest(null);
    setShown(null);
    void reload();
  }, [reload]);
  useLetterNews('review', (news) => {
    if (news.sectionId === null || news.sectionId === sectionId) void read(true);
  });

  /** Sends one act at a time; gives whether it went well. After a refusal the section is shown as it is now. */
  async function act({ path, method, body, done }: ReviewAct): Promise<boolean> {
    setBusy(true);
    try {
      await callApi(path, { method, body });
      toast({ title: done, tone: 'green' });
      return true;
    } catch (error) {
      const title = error instanceof ApiError && error.status === 409 ? 'Changed meanwhile' : 'Not done';
      toast({ title, description: error instanceof Error ? error.message : undefined, tone: 'red' });
      return false;
    } finally {
      setBusy(false);
      await reload();
      onChanged();
    }
  }

  const present = latest?.sectionId === sectionId && shown?.sectionId === sectionId;
  return {
    review: present ? { ...latest, content: shown.content, contentHash: shown.contentHash } : null,
    moved: present && shown.contentHash !== latest.contentHash,
    ...{ fault, busy, act, reload },
  };
}

type Shown = Pick<SectionReviewView, 'sectionId' | 'content' | 'contentHash'>;
