import { useCallback, useEffect, useState } from 'react';
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

/** A section's review, read again whenever something in it changes, and a way to act on it. `fault` is a sentence. */
export function useSectionReview(sectionId: string | null, onChanged: () => void = () => undefined) {
  const toast = useToast();
  const [review, setReview] = useState<SectionReviewView | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const reload = useCallback(async () => {
    if (sectionId === null) return;
    try {
      const read = await callApi<SectionReviewView>(`/api/sections/${sectionId}/review`);
      setReview(read);
      setFault(null);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }, [sectionId]);
  useEffect(() => {
    setReview(null);
    void reload();
  }, [reload]);
  useLetterNews('review', (news) => {
    if (news.sectionId === null || news.sectionId === sectionId) void reload();
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

  return { review: review?.sectionId === sectionId ? review : null, fault, busy, act, reload };
}
