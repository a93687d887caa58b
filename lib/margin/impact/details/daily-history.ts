import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { RequirementHistory } from '../../adequacy/requirement-history';
import { NO_EVIDENCE } from '../../evidence/evidence';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import type { AppliedFramework } from '../../frameworks/apply-framework';
import type { FrameworkLeg } from '../../frameworks/framework';
import { nettingSets } from '../../frameworks/netting-sets';
import { resolvePosition } from '../../frameworks/resolve-position';
import { varHistory } from '../../methods/historical-var/var-history';
import type { HistorySpan } from '../../methods/historical-var/var-windows';
import type { Position } from '../../portfolio/position';
import type { AnalysisRun } from '../analysis-run';

/** Days that are computed at most: the most recent ones. */
const MOST_DAYS = 500;

/**
 * A framework's requirement for every day of the second half of a dated history, where its moving legs are margined by historical value at risk alone and
 * nothing is taken off afterwards: each netting set's losses are then added up once. A look-back of all takes half the scenarios up to the day, a stressed
 * period keeps its days. Null where that is not so; a sentence where the history cannot give what the settings ask for.
 */
export function dailyHistory(
  run: AnalysisRun,
  applied: AppliedFramework,
  pnl: PnlVectors,
  moving: ReadonlySet<string>,
  pulse: () => void,
): RequirementHistory | string | null {
  const { settings, portfolio } = run;
  const legs = applied.legs.map(({ leg }) => leg).filter((leg) => moving.has(leg.id));
  if (settings.threshold === 'applied' || settings.minimumTransfer === 'applied') return null;
  if (legs.some((leg) => leg.arrangement !== undefined || (settings.side === 'post' && leg.collectOnly === true))) return null;
  const count = pnl.scenarios.length;
  const window = Math.floor(count / 2);
  const spans: HistorySpan[] = [];
  for (let last = Math.max(window - 1, count - MOST_DAYS); last < count; last += 1) spans.push({ first: last - window + 1, last });
  const margins = [...applied.margins.values()].filter(({ position }) => pnl.rows.has(position.positionId));
  const whole = new Amounts(spans.length);
  const byCounterparty = new Map<string | null, Amounts>();
  const amountsOf = (counterparty: string | null) => {
    const amounts = byCounterparty.get(counterparty) ?? new Amounts(spans.length);
    byCounterparty.set(counterparty, amounts);
    return amounts;
  };
  for (const { position, leg, contribution } of margins) {
    if (moving.has(leg)) continue;
    whole.addStill(contribution);
    amountsOf(position.counterparty).addStill(contribution);
  }
  const shared = new Set<string | null>();
  for (const leg of legs) {
    pulse();
    const positions = margins.filter((margin) => margin.leg === leg.id).map(({ position }) => position);
    const sets = setsOf(leg, positions, run);
    const context = { currency: portfolio.calculationCurrency, evidence: settings.evidence ?? NO_EVIDENCE, side: settings.side };
    const history = varHistory(sets, leg.method.parameters, spans, pnl, context);
    if (!history.ok) return history.failures.join(' ');
    sets.forEach((set, i) => {
      const days = history.value[i] ?? [];
      whole.add(days);
      const names = new Set(set.positions.map(({ position }) => position.counterparty));
      if (names.size === 1) amountsOf(set.counterparty).add(days);
      else for (const name of names) shared.add(name);
    });
  }
  // what a set of several counterparties asks has no part that is one counterparty's on an earlier day
  for (const name of shared) byCounterparty.delete(name);
  const days = spans.map(({ last }) => pnl.scenarios[last] ?? '');
  return {
    days,
    whole: whole.values(),
    byCounterparty: new Map([...byCounterparty].map(([name, amounts]) => [name, amounts.values()])),
    note: `The requirement was computed again for ${days.length} days, each from the scenarios up to it (${window} where no look-back is set); positions are those of today, and amounts that do not come from the history stay.`,
  };
}

/** Exact amounts by day, with one that is the same on every day. */
class Amounts {
  private readonly still: Decimal[] = [];
  private readonly days: Decimal[][];

  constructor(count: number) {
    this.days = Array.from({ length: count }, () => []);
  }

  addStill(amount: Decimal): void {
    this.still.push(amount);
  }

  add(amounts: readonly Decimal[]): void {
    amounts.forEach((amount, at) => {
      this.days[at]?.push(amount);
    });
  }

  values(): Decimal[] {
    const still = sumDecimals(this.still);
    return this.days.map((amounts) => sumDecimals([...amounts, still]));
  }
}

/** The netting sets of a leg. */
function setsOf(leg: FrameworkLeg, positions: readonly Position[], { portfolio, settings }: AnalysisRun) {
  const resolved = positions.flatMap((position) => {
    const result = resolvePosition(position, portfolio.calculationCurrency, settings.side);
    return result.ok ? [result.value] : [];
  });
  return nettingSets(leg, resolved, `total/${leg.id}`);
}
