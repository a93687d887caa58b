import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { SIMM_NOTICE } from '@/lib/margin/methods/simm/notice';
import { canConfirmLicence, canLoadParameters, canReadParameters, canWithdrawParameters } from '@/lib/policies/parameters';
import { listParameterSets } from '@/lib/services/parameters/list-parameter-sets';
import { LICENCE_STATEMENT } from '@/lib/services/parameters/parameter-kind';
import { LoadParameters } from './load-parameters';
import { ParameterSetCard } from './parameter-set-card';

export const metadata: Metadata = { title: 'Parameters' };

export default async function ParametersPage() {
  const ctx = await currentContext();
  const mayRead = canReadParameters(ctx.actor);
  if (!mayRead.allowed) {
    return (
      <Page title="Parameters" width="text">
        <Notice tone="neutral" title={mayRead.reason} />
      </Page>
    );
  }
  const [load, confirm, withdraw] = [canLoadParameters(ctx.actor), canConfirmLicence(ctx.actor), canWithdrawParameters(ctx.actor)];
  const sets = await listParameterSets(ctx);
  const present = sets.filter(({ withdrawn }) => withdrawn === null);
  const withdrawn = sets.filter((set) => set.withdrawn !== null);
  return (
    <Page
      title="Parameters"
      width="text"
      description="Figures that the firm supplies: SIMM packs and the figures of exchanges. None come with the program. Risk chooses them in an analysis."
    >
      <div className="flex flex-col gap-6">
        <Notice title="SIMM needs a licence">{SIMM_NOTICE}</Notice>
        {present.length === 0 ? (
          <p className="text-muted">
            No parameter set is loaded. Frameworks that need one give no amount for the positions concerned, and say so.
          </p>
        ) : (
          <section>
            <h2 className="mb-2 font-semibold text-lg tracking-tight">Loaded</h2>
            <ul className="flex flex-col gap-3">
              {present.map((set) => (
                <ParameterSetCard
                  key={set.id}
                  set={set}
                  statement={LICENCE_STATEMENT}
                  confirmReason={confirm.allowed ? null : confirm.reason}
                  withdrawReason={withdraw.allowed ? null : withdraw.reason}
                />
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2 className="mb-2 font-semibold text-lg tracking-tight">Load a set</h2>
          {load.allowed ? <LoadParameters /> : <Notice title={load.reason} />}
        </section>
        {withdrawn.length > 0 ? (
          <section>
            <h2 className="mb-2 font-semibold text-lg tracking-tight">Withdrawn</h2>
            <ul className="flex flex-col gap-3">
              {withdrawn.map((set) => (
                <ParameterSetCard key={set.id} set={set} statement={LICENCE_STATEMENT} confirmReason={null} withdrawReason={null} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Page>
  );
}
