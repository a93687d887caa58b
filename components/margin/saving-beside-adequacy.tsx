import { Amount } from '@/components/ui/amount';
import { formatShare } from '@/components/ui/format-amount';
import { ScrollBox } from '@/components/ui/scroll-box';
import { Decimal } from '@/lib/core/decimal';
import { worstCover } from '@/lib/letter/figures/adequacy-words';
import type { FrameworkReport, RunReport } from '@/lib/margin/report/run-report';
import { barLengths } from './bar-lengths';
import { coverageVerdict } from './coverage-verdict';
import { shortNumber } from './short-number';
import { StateWord } from './state-word';

/** Every framework of the run in a row: what it asks, what it saves, and how far it would have covered the losses. Two drawn columns, one scale each. */
export function SavingBesideAdequacy({ report }: { report: RunReport }) {
  const { frameworks, impacts, currency } = report;
  const totals = barLengths(frameworks.map(({ total }) => total));
  const most = Decimal.max(
    1,
    ...frameworks.flatMap(({ adequacy }) => (adequacy?.rows[0] ? [adequacy.rows[0].exceedances, adequacy.rows[0].expected] : [])),
  );
  const at = (count: number | string) => new Decimal(count).div(most).times(100).toDecimalPlaces(2).toNumber();
  const impactOf = (id: string) => impacts.find(({ alternative }) => alternative === id);
  const head = 'border-b px-2 py-1.5 font-medium text-muted text-sm';
  return (
    <ScrollBox label="Saving beside adequacy" className="rounded-md border">
      <table className="w-full border-collapse">
        <caption className="sr-only">Saving beside adequacy by framework, amounts in millions of {currency}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={`${head} pl-3 text-left`}>
              Framework
            </th>
            <th scope="col" colSpan={2} className={`${head} text-left`}>
              Requirement, {currency}&nbsp;m
            </th>
            <th scope="col" className={`${head} text-right`}>
              Saving
            </th>
            <th scope="col" colSpan={2} className={`${head} border-l text-left`}>
              Losses above it
            </th>
            <th scope="col" className={`${head} text-right`}>
              Expected
            </th>
            <th scope="col" className={`${head} text-right`}>
              Worst shortfall
            </th>
            <th scope="col" className={`${head} pr-3 text-right`}>
              Cover of worst loss
            </th>
          </tr>
        </thead>
        <tbody>
          {frameworks.map((framework, index) => {
            const row = framework.adequacy?.rows[0];
            const impact = impactOf(framework.framework);
            return (
              <tr key={framework.framework} className="not-last:border-b align-top hover:bg-hover/60">
                <th scope="row" className="min-w-48 py-1.5 pr-2 pl-3 text-left font-medium leading-4">
                  {framework.name}
                  {framework.complete ? null : (
                    <span className="mt-0.5 block font-normal text-amber text-sm">
                      Incomplete: {framework.covered.toLocaleString('en-US')} of {framework.positions.toLocaleString('en-US')} positions
                    </span>
                  )}
                  {row ? (
                    <span className="block font-normal text-sm">
                      <StateWord verdict={coverageVerdict(row)} />
                    </span>
                  ) : null}
                </th>
                <td className="w-24 p-0 pt-2 pl-2">
                  <Bar length={totals[index] ?? 0} className={fillOf(framework, report)} />
                </td>
                <td className="px-2 py-1.5 text-right">
                  <Amount value={framework.total} currency={currency} aligned />
                </td>
                <td className="figures whitespace-nowrap px-2 py-1.5 text-right">
                  {impact?.savingShare ? formatShare(impact.savingShare) : index === 0 ? 'baseline' : ''}
                  {impact && impact.onlyInBaseline.length + impact.onlyInAlternative.length > 0 ? (
                    <span className="block text-amber text-sm">not like with like</span>
                  ) : null}
                </td>
                {row ? (
                  <>
                    <td className="w-24 border-l p-0 pt-2 pl-2">
                      <svg aria-hidden="true" width="100%" height="12" className="block overflow-visible">
                        <rect width={`${at(row.exceedances)}%`} height="12" rx="1.5" className="fill-agency-none" />
                        <line
                          x1={`${at(row.expected)}%`}
                          x2={`${at(row.expected)}%`}
                          y1="-2"
                          y2="14"
                          strokeWidth="2"
                          className="stroke-ink"
                        />
                      </svg>
                    </td>
                    <td className="figures px-2 py-1.5 text-right">{row.exceedances}</td>
                    <td className="figures px-2 py-1.5 text-right">{shortNumber(row.expected)}</td>
                    <td className="px-2 py-1.5 text-right">
                      <Amount value={row.worstShortfall} currency={currency} aligned />
                    </td>
                    <td className="figures whitespace-nowrap py-1.5 pr-3 pl-2 text-right">{coverText(worstCover(row))}</td>
                  </>
                ) : (
                  <td colSpan={5} className="border-l px-3 py-1.5 text-muted">
                    Adequacy not computed
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Bar({ length, className }: { length: number; className: string }) {
  return (
    <svg aria-hidden="true" width="100%" height="12" className="block">
      <rect width={`${length}%`} height="12" rx="1.5" className={className} />
    </svg>
  );
}

function fillOf({ framework }: FrameworkReport, { impacts }: RunReport): string {
  return impacts[0]?.baseline === framework ? 'fill-agency-none' : 'fill-agency-harmonized';
}

function coverText(cover: string | null): string {
  return cover === null ? 'no loss' : formatShare(cover);
}
