'use client';

import { useState } from 'react';
import { WithdrawDialog } from '@/components/margin/withdraw-dialog';
import { Hash } from '@/components/portfolio/hash';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import type { ParameterSetSummary } from '@/lib/services/parameters/list-parameter-sets';
import { ConfirmLicence } from './confirm-licence';
import { KIND_NAMES } from './kind-names';
import { ProblemList } from './problem-list';

interface ParameterSetCardProps {
  set: ParameterSetSummary;
  /** The words that are confirmed for a SIMM pack. */
  statement: string;
  /** Why this member may not; null where they may. */
  confirmReason: string | null;
  withdrawReason: string | null;
}

/** One parameter set: what it is, whether it is complete, who confirmed the licence, and withdrawing it. */
export function ParameterSetCard({ set, statement, confirmReason, withdrawReason }: ParameterSetCardProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <li className="rounded-lg border border-line">
      <div className="flex items-start justify-between gap-3 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            {set.name}
            <Badge>{KIND_NAMES[set.kind]}</Badge>
            <Standing set={set} />
          </h3>
          <p className="text-muted text-sm">
            Version {set.version}
            {set.effective === null ? '' : `, effective ${set.effective}`} · {set.fileName} · loaded by {set.createdBy} on{' '}
            <Instant iso={set.createdAt} /> · content hash <Hash value={set.contentHash} />
          </p>
          {set.withdrawn ? (
            <p className="mt-1 text-sm">
              Withdrawn by {set.withdrawn.by} on <Instant iso={set.withdrawn.at} />: {set.withdrawn.reason}
            </p>
          ) : null}
          {set.licence ? (
            <p className="mt-1 text-sm">
              {set.licence.by} confirmed the firm’s licence on <Instant iso={set.licence.at} />.
            </p>
          ) : null}
        </div>
        {set.withdrawn ? null : (
          <Button size="sm" disabledReason={withdrawReason} onClick={() => setWithdrawing(true)}>
            Withdraw
          </Button>
        )}
      </div>
      {set.problems.length > 0 ? (
        <div className="border-line border-t px-4 py-3">
          <ProblemList title="This version’s check finds" problems={set.problems} />
        </div>
      ) : null}
      {set.kind === 'simm' && set.licence === null && set.withdrawn === null ? (
        <div className="border-line border-t bg-sunken px-4 py-3">
          <ConfirmLicence setId={set.id} name={set.name} statement={statement} reason={confirmReason} />
        </div>
      ) : null}
      <WithdrawDialog
        what={`“${set.name}”`}
        path={`/api/parameters/${set.id}/withdraw`}
        consequence="No further run uses it. Runs that did stay as they are. The file can be loaded again."
        open={withdrawing}
        onOpenChange={setWithdrawing}
      />
    </li>
  );
}

function Standing({ set }: { set: ParameterSetSummary }) {
  if (set.withdrawn) return <Badge tone="red">withdrawn</Badge>;
  if (set.problems.length > 0) return <Badge tone="red">incomplete</Badge>;
  return (
    <>
      <Badge tone="green">complete: {set.size}</Badge>
      {set.unusable ? <Badge tone="amber">licence not confirmed</Badge> : null}
    </>
  );
}
