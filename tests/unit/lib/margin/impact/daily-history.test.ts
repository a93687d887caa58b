import { describe, expect, it } from 'vitest';
import { sumDecimals } from '@/lib/core/decimal';
import type { RequirementHistory } from '@/lib/margin/adequacy/requirement-history';
import { type Evidence, NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import type { PnlVectors } from '@/lib/margin/evidence/pnl-vectors';
import { type AppliedFramework, applyFramework } from '@/lib/margin/frameworks/apply-framework';
import type { Framework, FrameworkLeg } from '@/lib/margin/frameworks/framework';
import { singleMethodFramework } from '@/lib/margin/frameworks/single-method';
import type { AnalysisRun } from '@/lib/margin/impact/analysis-run';
import { requirementHistory } from '@/lib/margin/impact/details/requirement-history';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import type { Position } from '@/lib/margin/portfolio/position';
import { pnlOf } from '@/tests/support/pnl';
import { portfolio, position } from '@/tests/support/positions';

const DAYS = 240;
/** Amounts without a pattern, the same each time. */
const walk = (seed: number) => Array.from({ length: DAYS }, (_, i) => ((i * 7919 + seed * 104_729) % 2003) - 1001);
const pnl = pnlOf({ a: walk(1), b: walk(2), c: walk(3) });
const positions = [
  position('a', 'interest_rate_swap'),
  position('b', 'interest_rate_swap'),
  position('c', 'interest_rate_swap', { counterparty: 'Birch' }),
];

function frameworkOf(parameters: Record<string, string>, leg: Partial<FrameworkLeg> = {}): Framework {
  const { framework } = singleMethodFramework('historical-var', parameters, positions);
  return { ...framework, legs: framework.legs.map((only) => ({ ...only, ...leg })) };
}

function apply(framework: Framework, vectors: PnlVectors, held: readonly Position[] = positions): AppliedFramework {
  const evidence: Evidence = { ...NO_EVIDENCE, pnl: vectors };
  return applyFramework(portfolio(held), new Map(), framework, { ...DEFAULT_RUN_PARAMETERS, evidence });
}

function history(parameters: Record<string, string>, leg: Partial<FrameworkLeg> = {}, vectors = pnl): RequirementHistory | string | null {
  const applied = apply(frameworkOf(parameters, leg), vectors);
  const evidence: Evidence = { ...NO_EVIDENCE, pnl: vectors };
  const run: AnalysisRun = {
    portfolio: portfolio(positions),
    regimes: new Map(),
    settings: { ...DEFAULT_RUN_PARAMETERS, evidence },
    baseline: applied,
    alternatives: [],
    lossDays: 1,
    otherSimmPacks: [],
  };
  return requirementHistory(run, applied, vectors, () => undefined);
}

function known(found: RequirementHistory | string | null): RequirementHistory {
  if (found === null || typeof found === 'string') throw new Error(found ?? 'no history');
  return found;
}

/** The vectors as they were on a day, with so many scenarios. */
function asOf(day: string, window: number): PnlVectors {
  const end = pnl.scenarios.indexOf(day) + 1;
  const rows = new Map([...pnl.rows].map(([id, row]) => [id, { ...row, values: row.values.slice(end - window, end) }]));
  return { ...pnl, scenarios: pnl.scenarios.slice(end - window, end), rows };
}

describe('the requirement on earlier days', () => {
  it.each([
    ['value at risk', {}],
    ['expected shortfall of two days', { measure: 'expected-shortfall', confidence: '0.95', horizonDays: '2' }],
    ['exponential weights', { weighting: 'exponential', decay: '0.94', confidence: '0.9' }],
  ])('is what the framework asks when it is given the scenarios of that day alone: %s', (_, parameters) => {
    const found = known(history(parameters));
    expect(found.days).toHaveLength(DAYS / 2 + 1);
    expect(found.days.at(-1)).toBe(pnl.scenarios.at(-1));
    for (const at of [0, 1, 57, 120]) {
      const then = apply(frameworkOf(parameters), asOf(found.days[at]!, DAYS / 2));
      expect(found.whole[at]?.toString()).toBe(then.tree.amount.toString());
      const birch = [...then.margins.values()].filter((margin) => margin.position.counterparty === 'Birch');
      expect(found.byCounterparty.get('Birch')?.[at]?.toString()).toBe(sumDecimals(birch.map((margin) => margin.contribution)).toString());
    }
  });

  it('keeps the days of a stressed period, and a look-back, wherever the day stands', () => {
    const stressed = { stressed: 'period', stressedFrom: '20240101', stressedTo: '20240110', stressedRule: 'added', lookBack: '100' };
    const found = known(history(stressed));
    const now = apply(frameworkOf(stressed), pnl).tree.amount;
    expect(found.whole.at(-1)?.toString()).toBe(now.toString());
    const alone = apply(frameworkOf({}), asOf(found.days[30]!, 100)).tree.amount;
    const stress = apply(frameworkOf({}), asOf('2024-01-10', 10)).tree.amount;
    expect(found.whole[30]?.toString()).toBe(alone.plus(stress).toString());
  });

  it('has no part of a counterparty in a netting set of several', () => {
    const found = known(history({}, { nettingKey: [] }));
    expect(found.byCounterparty.size).toBe(0);
    expect(found.whole.every((amount) => amount.gt(0))).toBe(true);
  });

  it('says why there is none: names for scenarios, too few of them, a look-back that earlier days do not have', () => {
    expect(history({}, {}, { ...pnl, dated: false })).toContain('dated scenarios');
    expect(history({ lookBack: '200' })).toContain('The look-back asks for 200 scenarios');
  });
});
