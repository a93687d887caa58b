'use client';

import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { usePaletteEntries } from '@/components/ui/palette-registry';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useToast } from '@/components/ui/use-toast';

/** Asks for a computation of the analysis as it stands, and goes to the new run. */
export function StartRunButton({
  analysisId,
  disabledReason,
  label = 'Run',
}: {
  analysisId: string;
  disabledReason: string | null;
  label?: string;
}) {
  const router = useRouter();
  const toast = useToast();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);

  const start = useCallback(async () => {
    setBusy(true);
    try {
      const { runId } = await callApi<{ runId: string }>(`/api/analyses/${analysisId}/runs`, { method: 'POST' });
      router.push(`/analyses/${analysisId}/runs/${runId}`);
      router.refresh();
    } catch (error) {
      toast({ title: 'The run was not started', description: error instanceof ApiError ? error.message : 'Try again.', tone: 'red' });
    } finally {
      setBusy(false);
    }
  }, [analysisId, router, toast]);

  usePaletteEntries(
    useMemo(
      () =>
        disabledReason ? [] : [{ id: `run:${analysisId}`, label: 'Run this analysis', group: 'This analysis', run: () => void start() }],
      [analysisId, disabledReason, start],
    ),
  );

  return (
    <Button variant="primary" onClick={start} disabled={!hydrated || busy} disabledReason={disabledReason}>
      <Play aria-hidden className="size-3.5" />
      {busy ? 'Starting' : label}
    </Button>
  );
}
