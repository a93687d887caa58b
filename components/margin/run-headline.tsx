import { Amount } from '@/components/ui/amount';
import { formatShare } from '@/components/ui/format-amount';
import type { FrameworkReport, ImpactReport } from '@/lib/margin/report/run-report';

interface RunHeadlineProps {
  impact: ImpactReport;
  baseline: FrameworkReport | undefined;
  alternative: FrameworkReport | undefined;
  currency: string;
}

/** What the run says in four numbers, and in one line what it does not say. */
export function RunHeadline({ impact, baseline, alternative, currency }: RunHeadlineProps) {
  const costs = impact.saving.startsWith('-');
  return (
    <section aria-label="Result">
      <dl className="grid grid-cols-2 overflow-hidden rounded-lg border lg:grid-cols-4">
        <Stat term={baseline?.name ?? impact.baseline} note={`Baseline, ${currency} m`} incomplete={baseline?.complete === false}>
          <Amount value={impact.baselineTotal} currency={currency} />
        </Stat>
        <Stat
          term={alternative?.name ?? impact.alternative}
          note={`Alternative, ${currency} m`}
          incomplete={alternative?.complete === false}
        >
          <Amount value={impact.alternativeTotal} currency={currency} />
        </Stat>
        <Stat term={costs ? 'More margin than the baseline' : 'Less margin than the baseline'} note={`Saving, ${currency} m`}>
          <Amount value={impact.saving} currency={currency} />
        </Stat>
        <Stat term={impact.savingShare === null ? 'The baseline is zero' : 'Of the baseline'} note="Saving share">
          <span title={impact.savingShare ?? undefined}>{impact.savingShare === null ? 'none' : formatShare(impact.savingShare)}</span>
        </Stat>
      </dl>
      <p className="mt-2 text-muted text-sm">
        Adequacy, whether the lower margin would have covered the losses, is not computed in this version. A saving alone does not show that
        the alternative is enough.
      </p>
    </section>
  );
}

function Stat({
  term,
  note,
  incomplete = false,
  children,
}: {
  term: string;
  note: string;
  incomplete?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className="-mb-px -mr-px border-r border-b px-4 py-2.5">
      <dt className="text-muted text-sm">
        {note}
        {incomplete ? <span className="ml-2 font-medium text-amber">Incomplete</span> : null}
      </dt>
      <dd>
        <span className="figures block font-semibold text-2xl tracking-tight">{children}</span>
        <span className="text-muted text-sm">{term}</span>
      </dd>
    </div>
  );
}
