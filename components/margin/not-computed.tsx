import Link from 'next/link';
import type { RunDetail } from '@/lib/margin/impact/run-parameters';
import type { RunReport } from '@/lib/margin/report/run-report';

/** What a result page knows of the run beside its report: what was asked for, what was loaded, and where the analysis is changed. */
export interface RunBackground {
  readonly details: readonly RunDetail[];
  readonly evidence: readonly string[];
  /** null where the member may not change the analysis. */
  readonly editHref: string | null;
}

const LINK = 'text-accent-ink underline underline-offset-2';

/** The line that stands where adequacy would: what is missing, and what to do about it. */
export function WithoutAdequacy({ background }: { background: RunBackground }) {
  const loaded = background.evidence.includes('pnl');
  const asked = background.details.includes('adequacy');
  return (
    <>
      <p className="font-semibold text-lg">
        Not computed: {loaded ? (asked ? 'no position has both' : 'it was not asked for') : 'no P&L is loaded'}
      </p>
      <p className="max-w-prose text-muted">
        A saving alone does not show that the lower margin is enough.{' '}
        {loaded ? null : (
          <>
            <Link href="/portfolios/import" className={LINK}>
              Import the portfolio
            </Link>{' '}
            together with a file of P&amp;L vectors, one for each position.{' '}
          </>
        )}
        {loaded && asked ? 'The P&L is of other positions than those with an amount: compare their identifiers.' : null}
        {asked ? null : background.editHref ? (
          <>
            Tick “Adequacy” in{' '}
            <Link href={background.editHref} className={LINK}>
              the analysis
            </Link>{' '}
            and run it again.
          </>
        ) : (
          'Whoever defines the analysis ticks “Adequacy” and runs it again.'
        )}
      </p>
    </>
  );
}

const DETAILS = [
  {
    title: 'Heat map of offsets',
    missing: (report: RunReport) => report.offsetMatrices.length === 0,
    asks: 'Tick “Heat map of offsets” to see which pairs of regimes and classes take most off each other.',
  },
  {
    title: 'Sensitivity',
    missing: (report: RunReport) => report.sensitivities.length === 0,
    asks: 'Tick “Sensitivity” to move the offset rate, the correlation, the horizon and the parameter pack, one at a time.',
  },
  {
    title: 'The same exposure under both classifications',
    missing: (report: RunReport) => report.classificationWhatIf === null,
    asks: 'Tick “Classification” to margin each swap as a security-based swap, and the other way round.',
  },
  {
    title: 'Treasury clearing',
    missing: (report: RunReport) => report.treasuryClearing === null,
    asks: 'Tick “Treasury clearing” to move Treasury and repo positions into clearing, by the dates of the rule.',
  },
  {
    title: 'Cost of funding',
    missing: (report: RunReport) => report.impacts.every(({ funding }) => funding === null),
    asks: 'Give a funding rate to see what the difference costs in a year.',
  },
] as const;

/** What this run was not asked for, and what each would show; nothing where it was asked for everything. */
export function NotComputed({ report, editHref }: { report: RunReport; editHref: string | null }) {
  const absent = DETAILS.filter(({ missing }) => missing(report));
  if (absent.length === 0) return null;
  return (
    <div className="rounded-md border border-dashed px-4 py-3">
      <dl className="grid gap-x-8 gap-y-2 md:grid-cols-2">
        {absent.map(({ title, asks }) => (
          <div key={title}>
            <dt className="font-medium">{title}</dt>
            <dd className="text-muted">{asks}</dd>
          </div>
        ))}
      </dl>
      {editHref ? (
        <p className="mt-3">
          <Link href={editHref} className={LINK}>
            Change the analysis
          </Link>
        </p>
      ) : null}
    </div>
  );
}
