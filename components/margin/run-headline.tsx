import Link from 'next/link';
import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/amount';
import { formatShare } from '@/components/ui/format-amount';

import { ScrollBox } from '@/components/ui/scroll-box';
import { Decimal } from '@/lib/core/decimal';
import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import type { FrameworkReport, ImpactReport } from '@/lib/margin/report/run-report';
import { coverageVerdict } from './coverage-verdict';
import { levelText, shortNumber } from './short-number';
import { StateWord, type Verdict } from './state-word';

interface RunHeadlineProps {
  impact: ImpactReport;
  baseline: FrameworkReport | undefined;
  alternative: FrameworkReport | undefined;
  currency: string;
  /** What to load or tick where adequacy was not computed. */
  withoutAdequacy: ReactNode;
}

/** What the run says: what is required under both frameworks and, as large, whether it would have been enough. */
export function RunHeadline({ impact, baseline, alternative, currency, withoutAdequacy }: RunHeadlineProps) {
  const costs = impact.saving.startsWith('-');
  const before = baseline?.adequacy?.rows[0];
  const after = alternative?.adequacy?.rows[0];
  const { funding } = impact;
  const uneven = impact.onlyInBaseline.length + impact.onlyInAlternative.length > 0;
  return (
    <ScrollBox label="Requirement and adequacy" className="rounded-lg border">
      <table className="w-full min-w-140 table-fixed border-collapse">
        <caption className="sr-only">
          Requirement and adequacy under the baseline and the alternative, amounts in millions of {currency}
        </caption>
        <thead>
          <tr className="text-left align-bottom">
            <td className="w-1/5 px-4 pt-3" />
            <Head kind="Baseline" name={baseline?.name ?? impact.baseline} incomplete={baseline?.complete === false} />
            <Head kind="Alternative" name={alternative?.name ?? impact.alternative} incomplete={alternative?.complete === false} />
            <th scope="col" className="border-l px-4 pt-3 font-normal text-muted text-sm">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name="Requirement" unit={`${currency}\u00a0m`}>
            <Cell>
              <Amount value={impact.baselineTotal} currency={currency} />
            </Cell>
            <Cell>
              <Amount value={impact.alternativeTotal} currency={currency} />
            </Cell>
            <Cell
              note={
                <>
                  {costs ? 'more margin' : 'less margin'},{' '}
                  {impact.savingShare === null
                    ? 'the baseline is zero'
                    : `${formatShare(impact.savingShare.replace('-', ''))} of the baseline`}
                  {uneven ? <span className="block font-medium text-amber">not of like with like</span> : null}
                </>
              }
            >
              <Amount value={impact.saving.replace('-', '')} currency={currency} />
            </Cell>
          </Row>
          {before || after ? (
            <>
              <Row name="Losses above it" unit={basisOf(alternative ?? baseline)}>
                <Exceedances row={before} />
                <Exceedances row={after} />
                <Cell note="scenarios">{before && after ? signed(after.exceedances - before.exceedances) : null}</Cell>
              </Row>
              <Row name="Worst shortfall" unit={`${currency}\u00a0m`}>
                <Shortfall row={before} currency={currency} />
                <Shortfall row={after} currency={currency} />
                <Cell note="worst loss less requirement">
                  {before && after ? (
                    <Amount value={new Decimal(after.worstShortfall).minus(before.worstShortfall).toFixed()} currency={currency} />
                  ) : null}
                </Cell>
              </Row>
            </>
          ) : (
            <tr className="border-t">
              <th scope="row" className="px-4 py-3 text-left align-top font-medium">
                Adequacy
                <span className="block font-normal text-muted text-sm">would it have been enough?</span>
              </th>
              <td colSpan={3} className="border-l bg-sunken px-4 py-3">
                {withoutAdequacy}
              </td>
            </tr>
          )}
          {funding ? (
            <Row name="Cost of funding" unit={`${currency}\u00a0m a year, ${formatShare(funding.rate, 2)}`}>
              <Small>
                <Amount value={funding.baseline} currency={currency} />
              </Small>
              <Small>
                <Amount value={funding.alternative} currency={currency} />
              </Small>
              <Small>
                <Amount value={funding.saving} currency={currency} />
              </Small>
            </Row>
          ) : null}
        </tbody>
      </table>
      {before || after ? (
        <p className="border-t px-4 py-1.5 text-muted text-sm">
          Losses of the scenarios that were loaded, held against the requirement of the positions that have them.{' '}
          <Link href="#adequacy" className="underline underline-offset-2">
            Tests and largest losses
          </Link>
        </p>
      ) : null}
    </ScrollBox>
  );
}

function Head({ kind, name, incomplete }: { kind: string; name: string; incomplete: boolean }) {
  return (
    <th scope="col" className="border-l px-4 pt-3 font-medium leading-4">
      <span className="block font-normal text-muted text-sm">
        {kind}
        {incomplete ? <span className="ml-2 font-medium text-amber">Incomplete</span> : null}
      </span>
      {name}
    </th>
  );
}

function Row({ name, unit, children }: { name: string; unit: string; children: ReactNode }) {
  return (
    <tr className="border-t first:border-t-0">
      <th scope="row" className="px-4 py-3 text-left align-top font-medium">
        {name}
        <span className="block font-normal text-muted text-sm">{unit}</span>
      </th>
      {children}
    </tr>
  );
}

function Cell({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <td className="border-l px-4 py-2.5 align-top">
      <span className="figures block font-semibold text-2xl tracking-tight">{children ?? <span className="text-faint">–</span>}</span>
      {note ? <span className="block text-muted text-sm">{note}</span> : null}
    </td>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <td className="figures border-l px-4 py-3 align-top font-medium">{children}</td>;
}

function Exceedances({ row }: { row: AdequacyRow | undefined }) {
  if (!row) return <Cell note="not computed">{null}</Cell>;
  const verdict: Verdict = coverageVerdict(row);
  return (
    <Cell
      note={
        <>
          {shortNumber(row.expected)} expected
          <StateWord verdict={verdict} />
        </>
      }
    >
      {row.exceedances}
    </Cell>
  );
}

function Shortfall({ row, currency }: { row: AdequacyRow | undefined; currency: string }) {
  return <Cell note={row ? undefined : 'not computed'}>{row ? <Amount value={row.worstShortfall} currency={currency} /> : null}</Cell>;
}

function basisOf(framework: FrameworkReport | undefined): string {
  const adequacy = framework?.adequacy;
  return adequacy ? `of ${adequacy.basis.scenarios.toLocaleString('en-US')} scenarios, level ${levelText(adequacy.level)}` : '';
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0';
}
