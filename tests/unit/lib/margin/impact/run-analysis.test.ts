import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/core/canonical-json';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { flattenTree } from '@/lib/margin/impact/flatten-tree';
import { runAnalysis } from '@/lib/margin/impact/run-analysis';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '@/lib/margin/impact/run-parameters';
import type { Position } from '@/lib/margin/portfolio/position';
import { nodeJson } from '@/lib/margin/report/node-json';
import type { RunReport } from '@/lib/margin/report/run-report';
import { cds, classified, equitySwap, portfolio, position } from '@/tests/support/positions';
import { type RandomPortfolio, randomPortfolio } from '@/tests/support/random-portfolio';

const BASELINE = findFramework('separate-regimes')!;
const ALTERNATIVES = ['cftc-account', 'sec-account'].map((id): Framework => findFramework(id)!);

function analyse({ positions, classifications }: RandomPortfolio, parameters: Partial<RunParameters> = {}) {
  return runAnalysis({
    portfolio: portfolio(positions),
    classifications,
    baseline: BASELINE,
    alternatives: ALTERNATIVES,
    parameters: { ...DEFAULT_RUN_PARAMETERS, ...parameters },
  });
}
const exact = (texts: readonly string[]) => sumDecimals(texts.map((text) => new Decimal(text)));
const parameters: fc.Arbitrary<Pick<RunParameters, 'side' | 'threshold' | 'minimumTransfer'>> = fc.record({
  side: fc.constantFrom('collect' as const, 'post' as const),
  threshold: fc.constantFrom('applied' as const, 'ignored' as const),
  minimumTransfer: fc.constantFrom('applied' as const, 'ignored' as const),
});

function expectBridgesToAddUp(report: RunReport): void {
  for (const impact of report.impacts) {
    let running = new Decimal(0);
    impact.bridge.forEach(({ kind, amount }, i) => {
      if (i === 0) running = new Decimal(amount);
      else if (kind === 'change') running = sumDecimals([running, new Decimal(amount)]);
      else expect(running.eq(new Decimal(amount))).toBe(true);
    });
    expect(impact.bridge.at(-1)?.amount).toBe(impact.alternativeTotal);
    expect(impact.bridge.find(({ id }) => id === 'baseline')?.amount).toBe(impact.baselineTotal);
    expect(exact([impact.alternativeTotal, impact.saving]).eq(new Decimal(impact.baselineTotal))).toBe(true);
    for (const rows of [impact.byRegime, impact.byClass, impact.byCounterparty]) {
      expect(exact(rows.map(({ saving }) => saving)).eq(new Decimal(impact.saving))).toBe(true);
    }
  }
}

describe('on random portfolios', { timeout: 300_000 }, () => {
  it('every bridge of 1,000 adds up exactly, and so do the differences by group', () => {
    fc.assert(
      fc.property(randomPortfolio, parameters, (random, given) => {
        expectBridgesToAddUp(analyse(random, given).report);
      }),
      { numRuns: 1000 },
    );
  });

  it('every breakdown sums to its total exactly, and total = standalone + offsets + minimums + thresholds', () => {
    fc.assert(
      fc.property(randomPortfolio, parameters, (random, given) => {
        for (const framework of analyse(random, given).report.frameworks) {
          const total = new Decimal(framework.total);
          for (const rows of [framework.byLeg, framework.byRegime, framework.byClass, framework.byCounterparty]) {
            expect(exact(rows.map(({ amount }) => amount)).eq(total)).toBe(true);
          }
          expect(exact([framework.grossStandalone, framework.offsets, framework.minimumTransfers, framework.thresholds]).eq(total)).toBe(
            true,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('offsets, thresholds and minimums never add to a requirement, and no requirement is negative', () => {
    fc.assert(
      fc.property(randomPortfolio, parameters, (random, given) => {
        for (const framework of analyse(random, given).report.frameworks) {
          for (const amount of [framework.offsets, framework.thresholds, framework.minimumTransfers])
            expect(new Decimal(amount).lte(0)).toBe(true);
          expect(new Decimal(framework.total).gte(0)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of rows never changes a byte of report or trees', () => {
    const shuffled = randomPortfolio.chain((random) =>
      fc.shuffledSubarray([...random.positions], { minLength: random.positions.length }).map((positions) => ({ random, positions })),
    );
    fc.assert(
      fc.property(shuffled, parameters, ({ random, positions }, given) => {
        const bytes = ({ report, trees }: ReturnType<typeof analyse>) =>
          canonicalJson({ report, trees: Object.values(trees).map(nodeJson) });
        expect(bytes(analyse({ positions, classifications: [...random.classifications].reverse() }, given))).toBe(
          bytes(analyse(random, given)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('amounts ten times as large give totals ten times as large, before thresholds', () => {
    const times10 = (value: Decimal | null) => (value === null ? null : value.times(10));
    fc.assert(
      fc.property(randomPortfolio, (random) => {
        const positions = random.positions.map(
          (item): Position => ({ ...item, notional: times10(item.notional), marketValue: times10(item.marketValue) }),
        );
        const small = analyse(random).report.frameworks;
        analyse({ ...random, positions }).report.frameworks.forEach(({ total }, i) => {
          expect(new Decimal(total).eq(exact(Array.from({ length: 10 }, () => small[i]?.total ?? 'NaN')))).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a position that has an amount has the same standalone amount as in a portfolio of its own', () => {
    fc.assert(
      fc.property(randomPortfolio, (random) => {
        const together = analyse(random).report.frameworks;
        const alone = random.positions.map(
          (item) => analyse({ positions: [item], classifications: random.classifications }).report.frameworks,
        );
        together.forEach(({ grossStandalone }, i) => {
          const totals = alone.map((frameworks) => frameworks[i]?.total ?? 'NaN');
          expect(exact(totals).eq(new Decimal(grossStandalone))).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('paths are unique within a tree and every parent is there', () => {
    fc.assert(
      fc.property(randomPortfolio, (random) => {
        for (const tree of Object.values(analyse(random).trees)) {
          const rows = flattenTree(tree);
          const paths = new Set(rows.map(({ path }) => path));
          expect(paths.size).toBe(rows.length);
          for (const { parentPath } of rows) if (parentPath !== null) expect(paths.has(parentPath)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a framework without offsets across regimes', () => {
  it('is the sum of its legs, each margined on a portfolio of its own', () => {
    fc.assert(
      fc.property(randomPortfolio, (random) => {
        const whole = analyse(random).report.frameworks[0];
        const parts = BASELINE.legs.map((leg) => {
          const only = { ...BASELINE, id: `only-${leg.id}`, legs: [leg] };
          const input = {
            portfolio: portfolio(random.positions),
            classifications: random.classifications,
            baseline: only,
            alternatives: [],
            parameters: DEFAULT_RUN_PARAMETERS,
          };
          return runAnalysis(input).report.frameworks[0]?.total ?? 'NaN';
        });
        expect(exact(parts).eq(new Decimal(whole?.total ?? 'NaN'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('compared with a copy of itself saves nothing, by a bridge of zeros', () => {
    fc.assert(
      fc.property(randomPortfolio, parameters, (random, given) => {
        const copy = { ...BASELINE, id: 'copy' };
        const input = {
          portfolio: portfolio(random.positions),
          classifications: random.classifications,
          baseline: BASELINE,
          alternatives: [copy],
          parameters: { ...DEFAULT_RUN_PARAMETERS, ...given },
        };
        const [impact] = runAnalysis(input).report.impacts;
        const after = impact?.bridge.slice(impact.bridge.findIndex(({ id }) => id === 'baseline') + 1, -1) ?? [];
        expect(after.map(({ amount }) => amount)).toEqual(after.map(() => '0'));
        expect(impact?.saving).toBe('0');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a hand-worked analysis', () => {
  const positions = [
    cds('c1', 'long', '10000000', '2031-03-20', '150', { marketValue: '200000' }),
    cds('c2', 'short', '15000000', '2031-03-20', '150', { marketValue: '-250000' }),
    equitySwap('e', 'long', '3000000', { marketValue: '4000' }),
    position('r', 'interest_rate_swap', { notional: '50000000', duration: '7', marketValue: '-400000' }),
  ];
  const { report } = analyse({ positions, classifications: classified(positions) });

  it('has the totals of both rules', () => {
    // SEC: excess short 5m × 7 % = 350,000; equity 15 % = 450,000. CFTC: 4 % of 50m = 2,000,000.
    // Together under the table: credit 5 % of 25m, equity 450,000, rates 2m: G 3,700,000; gross 204,000, net negative: 40 %.
    expect(report.frameworks.map(({ framework, total }) => `${framework} ${total}`)).toEqual([
      'separate-regimes 2800000',
      'cftc-account 1480000',
      'sec-account 2800000',
    ]);
  });

  it('explains the difference step by step', () => {
    // standalone: c1 min(350,000, 200,000), c2 1,050,000, e 450,000, r 2,000,000 = 3,700,000, and the same by the table
    expect(report.impacts[0]?.bridge.map(({ id, amount }) => `${id} ${amount}`)).toEqual([
      'gross-standalone 3700000',
      'offsets-within -900000',
      'baseline 2800000',
      'method 0',
      'offsets-method -120000',
      'offsets-across -1200000',
      'floors-and-minimums 0',
      'thresholds 0',
      'alternative 1480000',
    ]);
    expect(report.impacts[0]).toMatchObject({ saving: '1320000', onlyInBaseline: [], onlyInAlternative: [] });
    expect(report.impacts[0]?.savingShare).toMatch(/^0\.47142857/);
  });

  it('names positions that only one framework covers, and keeps them out of the other steps', () => {
    const narrow = {
      ...findFramework('sec-account')!,
      id: 'narrow',
      legs: findFramework('sec-account')!.legs.map((leg) => ({ ...leg, method: { ...leg.method, parameters: {} } })),
    };
    const input = {
      portfolio: portfolio(positions),
      classifications: classified(positions),
      baseline: BASELINE,
      alternatives: [narrow],
      parameters: DEFAULT_RUN_PARAMETERS,
    };
    const [impact] = runAnalysis(input).report.impacts;
    expect(impact?.onlyInBaseline).toEqual(['r']);
    expect(impact?.bridge.find(({ id }) => id === 'coverage')?.amount).toBe('-2000000');
    expect(impact?.bridge.find(({ id }) => id === 'method')?.amount).toBe('0');
  });

  it('refuses two frameworks of one id', () => {
    const input = {
      portfolio: portfolio(positions),
      classifications: [],
      baseline: BASELINE,
      alternatives: [BASELINE],
      parameters: DEFAULT_RUN_PARAMETERS,
    };
    expect(() => runAnalysis(input)).toThrow(RangeError);
  });

  it('tells its progress up to the end, and stops where the listener throws', () => {
    const told: number[] = [];
    const input = {
      portfolio: portfolio(positions),
      classifications: [],
      baseline: BASELINE,
      alternatives: ALTERNATIVES,
      parameters: DEFAULT_RUN_PARAMETERS,
    };
    runAnalysis(input, (done) => told.push(done));
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
    const stop = () => {
      throw new Error('cancelled');
    };
    expect(() => runAnalysis(input, stop)).toThrow('cancelled');
  });
});
