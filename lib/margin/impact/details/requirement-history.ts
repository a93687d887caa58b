import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { RequirementHistory } from '../../adequacy/requirement-history';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import { type AppliedFramework, applyFramework } from '../../frameworks/apply-framework';
import { methodsOfLeg } from '../../frameworks/methods-of-leg';
import type { Position } from '../../portfolio/position';
import type { AnalysisRun } from '../analysis-run';
import { dailyHistory } from './daily-history';

/** How many days the requirement is computed again for, and the fewest scenarios that a window has. */
const DAYS = 24;
const LEAST_WINDOW = 100;

/**
 * A framework's requirement again for every day of the second half of a dated history where that can be had quickly (dailyHistory), else for some days
 * spread over it, each from a window of half the scenarios that ends there. Legs that do not follow the history keep their amount. Null where no leg
 * follows it; a sentence where the history cannot give it.
 */
export function requirementHistory(
  run: AnalysisRun,
  applied: AppliedFramework,
  pnl: PnlVectors,
  pulse: () => void,
): RequirementHistory | string | null {
  const moving = new Set(
    applied.legs.filter(({ leg }) => methodsOfLeg(leg).some(({ id }) => id === 'historical-var')).map(({ leg }) => leg.id),
  );
  const count = pnl.scenarios.length;
  const window = Math.floor(count / 2);
  if (moving.size === 0) return null;
  if (!pnl.dated || window < LEAST_WINDOW)
    return `The requirement is not computed again for earlier days: that needs ${2 * LEAST_WINDOW} dated scenarios at least.`;
  const daily = dailyHistory(run, applied, pnl, moving, pulse);
  if (daily !== null) return daily;
  const margins = [...applied.margins.values()].filter(({ position }) => pnl.rows.has(position.positionId));
  const still = margins.filter(({ leg }) => !moving.has(leg));
  const positions = margins.filter(({ leg }) => moving.has(leg)).map(({ position }) => position);
  if (positions.length === 0) return null;
  const ends = Array.from({ length: DAYS }, (_, i) => window + Math.floor(((count - window) * i) / (DAYS - 1)));
  const computed = [...new Set(ends)].map((end) => {
    pulse();
    const framework = { ...applied.framework, legs: applied.framework.legs.filter((leg) => moving.has(leg.id)) };
    const { evidence } = run.settings;
    const settings = { ...run.settings, ...(evidence && { evidence: { ...evidence, pnl: cut(pnl, positions, end - window, end) } }) };
    const { margins: then } = applyFramework({ ...run.portfolio, positions }, run.regimes, framework, settings);
    if (then.size < positions.length) return null;
    const contributions = [...still, ...then.values()];
    return {
      day: pnl.scenarios[end - 1] ?? '',
      whole: sumDecimals(contributions.map(({ contribution }) => contribution)),
      by: byCounterparty(contributions),
    };
  });
  const days = computed.filter((day) => day !== null);
  if (days.length < computed.length)
    return `The requirement is not computed again for earlier days: on some of them ${window} scenarios do not hold what the settings ask for.`;
  const counterparties = new Set(margins.map(({ position }) => position.counterparty));
  return {
    days: days.map(({ day }) => day),
    whole: days.map(({ whole }) => whole),
    byCounterparty: new Map(
      [...counterparties].map((counterparty) => [counterparty, days.map(({ by }) => by.get(counterparty) ?? sumDecimals([]))]),
    ),
    note: `The requirement was computed again for ${days.length} days, each from the ${window} scenarios up to it; positions are those of today, and amounts that do not come from the history stay.`,
  };
}

/** The vectors of these positions with the scenarios from `from` up to, not including, `to`. */
function cut(pnl: PnlVectors, positions: readonly Position[], from: number, to: number): PnlVectors {
  const rows = positions.flatMap(({ positionId }) => {
    const row = pnl.rows.get(positionId);
    return row === undefined ? [] : [[positionId, { ...row, values: row.values.subarray(from, to) }] as const];
  });
  return { ...pnl, scenarios: pnl.scenarios.slice(from, to), rows: new Map(rows) };
}

function byCounterparty(margins: readonly { readonly position: Position; readonly contribution: Decimal }[]): Map<string | null, Decimal> {
  const groups = new Map<string | null, Decimal[]>();
  for (const { position, contribution } of margins) {
    const group = groups.get(position.counterparty);
    if (group) group.push(contribution);
    else groups.set(position.counterparty, [contribution]);
  }
  return new Map([...groups].map(([counterparty, amounts]) => [counterparty, sumDecimals(amounts)]));
}
