'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { StateMark } from '@/components/ui/state-mark';
import { useToast } from '@/components/ui/use-toast';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import type { PublishedFigure } from '@/lib/services/figure/list-figures';
import { WithdrawDialog } from './withdraw-dialog';

interface PublishedFiguresProps {
  figures: readonly PublishedFigure[];
  runId: string;
  runNumber: number;
  /** Why this member may not publish or withdraw, or why this run may not be published from; null where they may. */
  publishReason: string | null;
  withdrawReason: string | null;
}

/** The figures that are published from the analysis, each by its newest publication, with what can be done about them. */
export function PublishedFigures({ figures, runId, runNumber, publishReason, withdrawReason }: PublishedFiguresProps) {
  const router = useRouter();
  const toast = useToast();
  const [withdrawing, setWithdrawing] = useState<PublishedFigure | null>(null);
  const [busy, setBusy] = useState(false);
  const behind = figures.filter((figure) => figure.withdrawn === null && !figure.runIds.includes(runId) && figure.runNumber < runNumber);

  async function publishAgain(figureIds?: readonly string[]) {
    setBusy(true);
    try {
      const done = await callApi<{ published: number; skipped: { name: string; reason: string }[] }>(`/api/runs/${runId}/publish-again`, {
        method: 'POST',
        body: figureIds ? { figureIds } : {},
      });
      const skipped = done.skipped.map(({ name }) => name).join(', ');
      toast({
        title: done.published === 1 ? '1 figure is published from this run' : `${done.published} figures are published from this run`,
        description: skipped
          ? `This run has no value for: ${skipped}.`
          : 'Letters keep the old values until somebody accepts the new ones.',
        tone: skipped ? 'amber' : 'green',
      });
      router.refresh();
    } catch (error) {
      toast({ title: 'Nothing was published', description: error instanceof ApiError ? error.message : 'Try again.', tone: 'red' });
    } finally {
      setBusy(false);
    }
  }

  if (figures.length === 0) return <p className="text-muted">None yet. Publish a figure, and it can be put into a letter.</p>;
  return (
    <div className="flex flex-col gap-2">
      {behind.length > 0 ? (
        <Button size="sm" onClick={() => publishAgain()} disabled={busy} disabledReason={publishReason}>
          Publish {behind.length === 1 ? 'it' : `all ${behind.length}`} again from run {runNumber}
        </Button>
      ) : null}
      <ul className="flex flex-col divide-y rounded-md border">
        {figures.map((figure) => (
          <li key={figure.figureId} className="flex items-start gap-2 px-2.5 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium leading-4">{figure.name}</p>
              <p className="figures text-muted text-sm">
                {figure.value.kind === 'number'
                  ? formatFigure(figure.value.value, figure.value.format)
                  : figure.value.kind === 'table'
                    ? 'Table'
                    : 'Chart'}
                {' · run '}
                {figure.runNumber}
              </p>
              <div className="mt-1">
                <StateMark state={figure.state} title={figure.withdrawn ?? undefined} />
              </div>
              {figure.withdrawn ? <p className="mt-1 text-muted text-sm">{figure.withdrawn}</p> : null}
            </div>
            {figure.withdrawn === null ? (
              <Menu
                trigger={
                  <IconButton label={`Actions for ${figure.name}`}>
                    <Ellipsis aria-hidden />
                  </IconButton>
                }
                items={[
                  {
                    label: `Publish again from run ${runNumber}`,
                    disabledReason: publishReason ?? (figure.runIds.includes(runId) ? 'It is published from this run.' : null),
                    onSelect: () => void publishAgain([figure.figureId]),
                  },
                  { label: 'Withdraw', disabledReason: withdrawReason, onSelect: () => setWithdrawing(figure), separated: true },
                ]}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {withdrawing ? (
        <WithdrawDialog
          what={`“${withdrawing.name}”`}
          path={`/api/figures/${withdrawing.figureId}/withdraw`}
          consequence="Letters keep the figure, marked as withdrawn with your reason."
          open
          onOpenChange={(open) => {
            if (!open) setWithdrawing(null);
          }}
        />
      ) : null}
    </div>
  );
}
