'use client';

import { Ellipsis, Share2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { usePaletteEntries } from '@/components/ui/palette-registry';
import type { RunReport } from '@/lib/margin/report/run-report';
import { PublishDialog } from './publish-dialog';
import { WithdrawDialog } from './withdraw-dialog';

interface RunActionsProps {
  analysisId: string;
  runId: string;
  runNumber: number;
  report: RunReport;
  publishReason: string | null;
  withdrawReason: string | null;
  editReason: string | null;
}

/** What can be done with a finished run: publish a figure of it, withdraw it, change the analysis. */
export function RunActions({ analysisId, runId, runNumber, report, publishReason, withdrawReason, editReason }: RunActionsProps) {
  const router = useRouter();
  const [publishing, setPublishing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);

  usePaletteEntries(
    useMemo(
      () => [
        ...(publishReason ? [] : [{ id: 'run:publish', label: 'Publish a figure', group: 'This run', run: () => setPublishing(true) }]),
        ...(withdrawReason
          ? []
          : [{ id: 'run:withdraw', label: `Withdraw run ${runNumber}`, group: 'This run', run: () => setWithdrawing(true) }]),
      ],
      [publishReason, withdrawReason, runNumber],
    ),
  );

  return (
    <>
      <Button onClick={() => setPublishing(true)} disabledReason={publishReason}>
        <Share2 aria-hidden className="size-3.5" />
        Publish figure
      </Button>
      <Menu
        trigger={
          <IconButton label="More actions">
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={[
          { label: 'Change the analysis', disabledReason: editReason, onSelect: () => router.push(`/analyses/${analysisId}/edit`) },
          { label: `Withdraw run ${runNumber}`, disabledReason: withdrawReason, onSelect: () => setWithdrawing(true), separated: true },
        ]}
      />
      <PublishDialog runId={runId} runNumber={runNumber} report={report} open={publishing} onOpenChange={setPublishing} />
      <WithdrawDialog
        what={`run ${runNumber}`}
        path={`/api/runs/${runId}/withdraw`}
        consequence="It stays readable. Every figure in a letter that is bound to it is marked as withdrawn."
        open={withdrawing}
        onOpenChange={setWithdrawing}
      />
    </>
  );
}
