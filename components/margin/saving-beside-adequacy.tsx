import { Amount } from '@/components/ui/amount';
import { formatShare } from '@/components/ui/format-amount';
import { ScrollBox } from '@/components/ui/scroll-box';
import { Decimal } from '@/lib/core/decimal';
import { worstCover } from '@/lib/letter/figures/adequacy-words';
import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import type { FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';
import { barLengths } from './bar-lengths';
import { coverageVerdict } from './coverage-verdict';
import { shortNumber } from './short-number';
import { StateWord } from './state-word';

const HEAD = 'border-b px-3 py-1.5 align-bottom font-medium text-muted text-sm';
const CELL = 'px-3 py-2 text-right';

/** Every framework of the run in a row: what it asks, what it saves, and how far it would have covered the losses. Both drawn columns have one scale. */
export function SavingBesideAdequacy({ report }: { report: RunReport }) {
  const { frameworks, impacts, currency } = report;
  const totals = barLengths(frameworks.map(({ total }) => total));
  const counts = frameworks.flatMap(({ adequacy }) => (adequacy?.rows[0] ? [adequacy.rows[0].exceedances, adequacy.rows[0].expected] : []));
  const most = Decimal.max(1, ...counts);
  return (
    <ScrollBox label="Saving beside adequacy" className="rounded-md border">
      <table className="w-full min-w-150 border-collapse">
        <caption className="sr-only">Saving beside adequacy by framework, amounts in millions of {currency}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={`${HEAD} text-left`}>
              Framework
            </th>
            <th scope="col" className={`${HEAD} w-32 text-right`}>
              Requirement, {currency}&nbsp;m
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Saving
            </th>
            <th scope="col" className={`${HEAD} w-36 border-l text-right`}>
              Losses above it
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Worst shortfall, {currency}&nbsp;m
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Cover of worst loss
            </th>
          </tr>
        </thead>
        <tbody>
          {frameworks.map((framework, index) => (
            <tr key={framework.framework} className="not-last:border-b align-top hover:bg-hover/60">
              <th scope="row" className="py-2 pr-2 pl-3 text-left font-medium leading-5">
                <div className="w-44">
                  {framework.name}
                  {framework.complete ? null : (
                    <span className="block font-normal text-amber text-sm">
                      Incomplete: {framework.covered.toLocaleString('en-US')} of {framework.positions.toLocaleString('en-US')} positions
                    </span>
                  )}
                  {framework.adequacy?.rows[0] ? (
                    <span className="block font-normal">
                      <StateWord verdict={coverageVerdict(framework.adequacy.rows[0])} />
                    </span>
                  ) : null}
                </div>
              </th>
              <td className={CELL}>
                <Amount value={framework.total} currency={currency} />
                <Bar length={totals[index] ?? 0} className={fillOf(framework, report)} />
              </td>
              <Saving impact={impacts.find(({ alternative }) => alternative === framework.framework)} />
              {framework.adequacy?.rows[0] ? (
                <Covered row={framework.adequacy.rows[0]} most={most} currency={currency} />
              ) : (
                <td colSpan={3} className="border-l px-3 py-2 text-muted">
                  Adequacy not computed
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Saving({ impact }: { impact: ImpactReport | undefined }) {
  if (!impact) return <td className={`${CELL} text-muted`}>baseline</td>;
  const uneven = impact.onlyInBaseline.length + impact.onlyInAlternative.length > 0;
  return (
    <td className={`${CELL} figures`}>
      {impact.savingShare === null ? 'none' : formatShare(impact.savingShare)}
      {uneven ? <span className="block text-amber text-sm">not like with like</span> : null}
    </td>
  );
}

function Covered({ row, most, currency }: { row: AdequacyRow; most: Decimal; currency: string }) {
  const at = (count: number | string) => new Decimal(count).div(most).times(100).toDecimalPlaces(2).toNumber();
  const cover = worstCover(row);
  return (
    <>
      <td className={`${CELL} figures border-l`}>
        {row.exceedances}
        <span className="text-muted">, {shortNumber(row.expected)} expected</span>
        <svg aria-hidden="true" width="100%" height="8" className="mt-1.5 block overflow-visible">
          <rect width={`${at(row.exceedances)}%`} height="8" rx="1.5" className="fill-agency-none" />
          <line x1={`${at(row.expected)}%`} x2={`${at(row.expected)}%`} y1="-2" y2="10" strokeWidth="2" className="stroke-ink" />
        </svg>
      </td>
      <td className={CELL}>
        <Amount value={row.worstShortfall} currency={currency} />
      </td>
      <td className={`${CELL} figures whitespace-nowrap`}>{cover === null ? 'no loss' : formatShare(cover)}</td>
    </>
  );
}

function Bar({ length, className }: { length: number; className: string }) {
  return (
    <svg aria-hidden="true" width="100%" height="8" className="mt-1.5 block">
      <rect width={`${length}%`} height="8" rx="1.5" className={className} />
    </svg>
  );
}

function fillOf({ framework }: FrameworkReport, { impacts }: RunReport): string {
  return impacts[0]?.baseline === framework ? 'fill-agency-none' : 'fill-agency-harmonized';
}
