import { useCallback, useEffect, useState } from 'react';
import { ApiError, callApi } from '@/components/ui/call-api';
import { useToast } from '@/components/ui/use-toast';
import type { Settlement } from '@/lib/letter/returned/return-report';
import type { ReturnedView } from '@/lib/services/returned/read-returned';

interface ReturnedState {
  readonly view: ReturnedView;
  /** the key of the conflict that is being settled */
  readonly busy: string | null;
  settle(key: string, settlement: Settlement): Promise<void>;
}

const DONE: Readonly<Record<Settlement, string>> = {
  suggest: 'It is a suggestion now',
  rename: 'The section has the file’s title',
  keep: 'The letter stays as it is',
  comment: 'A comment was started',
};

/** One returned file, settled conflict by conflict; `onSettled` is called after each, because a suggestion may have come of it. */
export function useReturned(letterId: string, first: ReturnedView, onSettled: () => void): ReturnedState {
  const toast = useToast();
  const [view, setView] = useState(first);
  const [busy, setBusy] = useState<string | null>(null);
  useEffect(() => setView(first), [first]);
  const path = `/api/letters/${letterId}/returned/${first.id}`;
  const settle = useCallback(
    async (key: string, settlement: Settlement) => {
      setBusy(key);
      try {
        await callApi(`${path}/settlements`, { method: 'POST', body: { key, settlement } });
        toast({ tone: 'green', title: DONE[settlement] });
      } catch (error) {
        toast({ tone: 'red', title: 'Nothing was settled', description: error instanceof ApiError ? error.message : String(error) });
      }
      // what somebody else settled meanwhile is shown too
      await callApi<ReturnedView>(path).then(setView, () => undefined);
      setBusy(null);
      onSettled();
    },
    [path, toast, onSettled],
  );
  return { view, busy, settle };
}
