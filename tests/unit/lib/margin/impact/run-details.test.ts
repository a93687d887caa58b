import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/core/canonical-json';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '@/lib/margin/classification/regime';
import { type Evidence, NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import { applyFramework } from '@/lib/margin/frameworks/apply-framework';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { type AnalysisInput, runAnalysis } from '@/lib/margin/impact/run-analysis';
import { DEFAULT_RUN_PARAMETERS, RUN_DETAILS, type RunParameters } from '@/lib/margin/impact/run-parameters';
import type { Position } from '@/lib/margin/portfolio/position';
import { pnlOf } from '@/tests/support/pnl';
import { classified, equitySwap, portfolio, position } from '@/tests/support/positions';
import { randomPortfolio } from '@/tests/support/random-portfolio';
import { crifRow, equityRow } from '@/tests/support/simm-rows';
import { syntheticPack } from '@/tests/support/synthetic-simm-pack';

interface Asked {
  readonly positions: readonly Position[];
  readonly classifications?: readonly Classification[];
  readonly baseline?: string;
  readonly alternatives: readonly string[];
  readonly parameters?: Partial<RunParameters>;
  readonly evidence?: Partial<Evidence>;
}

function inputOf({ positions, classifications, baseline = 'separate-regimes', alternatives, parameters, evidence }: Asked): AnalysisInput {
  return {
    portfolio: portfolio(positions),
    classifications: classifications ?? classified(positions),
    baseline: findFramework(baseline)!,
    alternatives: alternatives.map((id) => findFramework(id)!),
    parameters: { ...DEFAULT_RUN_PARAMETERS, ...parameters },
    evidence: { ...NO_EVIDENCE, ...evidence },
  };
}
const report = (asked: Asked) => runAnalysis(inputOf(asked)).report;

const RATES = position('r', 'interest_rate_swap', { notional: '10000000', duration: '7', marketValue: '1000' });
const EQUITY = equitySwap('e', 'long', '2000000', { marketValue: '-1000' });

describe('what was not asked for', () => {
  it('is not computed', () => {
    const { offsetMatrices, sensitivities, classificationWhatIf, treasuryClearing, frameworks, impacts } = report({
      positions: [RATES, EQUITY],
      alternatives: ['cftc-account'],
    });
    expect({ offsetMatrices, sensitivities, classificationWhatIf, treasuryClearing }).toEqual({
      offsetMatrices: [],
      sensitivities: [],
      classificationWhatIf: null,
      treasuryClearing: null,
    });
    expect(frameworks.map(({ adequacy }) => adequacy)).toEqual([null, null]);
    expect(impacts[0]?.funding).toBeNull();
  });
});

describe('the offset matrix', () => {
  const { offsetMatrices } = report({
    positions: [RATES, EQUITY],
    alternatives: ['cftc-account', 'sec-account'],
    parameters: { details: ['offset-matrix'] },
  });

  it('says what two regimes save together: 400,000 and 300,000 alone, 40 % of 700,000 together', () => {
    expect(offsetMatrices[0]).toEqual({
      framework: 'cftc-account',
      dimension: 'regime',
      groups: [
        { key: 'cftc-uncleared-swaps', label: 'CFTC uncleared swaps', alone: '400000' },
        { key: 'sec-non-cleared-sbs', label: 'SEC non-cleared security-based swaps', alone: '300000' },
      ],
      offsets: [
        [null, '420000'],
        [null, null],
      ],
    });
  });

  it('stands for each alternative by regime and by class', () => {
    expect(offsetMatrices.map(({ framework, dimension }) => `${framework} ${dimension}`)).toEqual([
      'cftc-account regime',
      'cftc-account class',
      'sec-account regime',
      'sec-account class',
    ]);
    expect(offsetMatrices[1]?.groups.map(({ key }) => key)).toEqual(['equity', 'rates']);
  });

  it('of two groups is what margining each pair says, on random portfolios; the groups alone are the framework on them', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(randomPortfolio, ({ positions, classifications }) => {
        const { offsetMatrices: matrices } = report({
          positions,
          classifications,
          alternatives: ['cftc-account'],
          parameters: { details: ['offset-matrix'] },
        });
        const regimes = new Map(classifications.map((item) => [item.positionId, item]));
        const total = (keys: readonly string[]) => {
          const chosen = positions.filter(({ positionId }) => keys.includes(regimes.get(positionId)?.regime ?? ''));
          return applyFramework(portfolio(chosen), regimes, findFramework('cftc-account')!, DEFAULT_RUN_PARAMETERS).tree.amount;
        };
        const { groups, offsets } = matrices[0]!;
        groups.forEach((group, i) => {
          expect(group.alone).toBe(total([group.key]).toString());
          groups.forEach((other, j) => {
            if (i >= j) expect(offsets[i]?.[j]).toBeNull();
            else {
              const saved = sumDecimals([total([group.key]), total([other.key]), total([group.key, other.key]).neg()]);
              expect(offsets[i]?.[j]).toBe(saved.toString());
            }
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the grid over the share of offsets', () => {
  it('is the total at 100 %, the total with regimes apart at 0 %, and a straight line between, on random portfolios', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(randomPortfolio, ({ positions, classifications }) => {
        const asked = { positions, classifications, alternatives: ['cftc-account'], parameters: { details: ['sensitivity'] as const } };
        const { sensitivities, impacts } = report(asked);
        const [grid] = sensitivities;
        const at = new Map(grid?.points.map((point) => [point.at, new Decimal(point.total ?? 'NaN')]));
        const across = new Decimal(impacts[0]?.bridge.find(({ id }) => id === 'offsets-across')?.amount ?? 'NaN');
        const total = new Decimal(impacts[0]?.alternativeTotal ?? 'NaN');
        expect(at.get('100')?.eq(total)).toBe(true);
        expect(at.get('0')?.eq(sumDecimals([total, across.neg()]))).toBe(true);
        expect(
          at
            .get('50')
            ?.minus(total.minus(across.div(2)))
            .abs()
            .lte('1e-20'),
        ).toBe(true);
        expect(grid?.points.filter(({ current }) => current).map((point) => point.at)).toEqual(['100']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the grids over models', () => {
  const positions = [RATES, EQUITY];
  const evidence = {
    simmPack: syntheticPack(),
    sensitivities: new Map([
      ['r', [crifRow({ tradeId: 'r' }), crifRow({ tradeId: 'r', label1: '10y', amountUsd: '-400' })]],
      ['e', [equityRow({ tradeId: 'e' })]],
    ]),
    pnl: pnlOf({
      r: Array.from({ length: 300 }, (_, i) => ((i * 37) % 101) - 50),
      e: Array.from({ length: 300 }, (_, i) => ((i * 53) % 97) - 48),
    }),
  };
  const computed = runAnalysis({
    ...inputOf({ positions, alternatives: ['one-model', 'one-model-var'], parameters: { details: ['sensitivity'] }, evidence }),
    otherSimmPacks: [{ ...syntheticPack({ 'InterestRate/Correlations/SubCurves': '0.25' }), version: 'later' }],
  }).report;
  const grid = (framework: string, setting: string) =>
    computed.sensitivities.find((candidate) => candidate.framework === framework && candidate.setting === setting);
  const total = (id: string) => computed.frameworks.find(({ framework }) => framework === id)?.total;

  it('show at the run’s own setting the run’s own total', () => {
    for (const { framework, points, setting } of computed.sensitivities) {
      const current = points.filter((point) => point.current);
      expect(current, `${framework} ${setting}`).toHaveLength(1);
      expect(current[0]?.total).toBe(total(framework));
    }
  });

  it('move correlation, horizon and pack of SIMM, and the horizon of value-at-risk', () => {
    expect(grid('one-model', 'correlation')?.points.map(({ at }) => at)).toEqual(['0', '0.25', '0.5', '0.75', '1']);
    expect(grid('one-model', 'horizon')?.points.map(({ at }) => at)).toEqual(['1', '10']);
    expect(grid('one-model', 'pack')?.points.map(({ at }) => at)).toEqual(['invented', 'later']);
    expect(grid('one-model-var', 'horizon')?.points.map(({ at }) => at)).toEqual(['1', '2', '5', '10']);
    expect(grid('separate-regimes', 'horizon')).toBeUndefined();
    const correlations = grid('one-model', 'correlation')?.points.map((point) => point.total);
    expect(new Set(correlations).size).toBe(5);
  });

  it('agree with a run of which the setting is the run’s own', () => {
    const moved = {
      ...findFramework('one-model-var')!,
      id: 'two-days',
      legs: findFramework('one-model-var')!.legs.map((leg) =>
        leg.id === 'one-netting-set'
          ? { ...leg, method: { ...leg.method, parameters: { ...leg.method.parameters, horizonDays: '2' } } }
          : leg,
      ),
    };
    const again = runAnalysis({ ...inputOf({ positions, alternatives: [], evidence }), alternatives: [moved] }).report;
    expect(grid('one-model-var', 'horizon')?.points.find(({ at }) => at === '2')?.total).toBe(again.frameworks[1]?.total);
  });

  it('come with the notice of the licensed model', () => {
    expect(computed.notices.join(' ')).toContain('ISDA SIMM is a registered trademark');
    expect(report({ positions, alternatives: ['one-model-var'], evidence }).notices).toEqual([]);
  });
});

describe('funding', () => {
  it('is the rate times each total and their difference', () => {
    const { impacts } = report({ positions: [RATES, EQUITY], alternatives: ['cftc-account'], parameters: { fundingRate: '0.05' } });
    expect(impacts[0]?.funding).toEqual({ rate: '0.05', baseline: '35000', alternative: '14000', saving: '21000' });
  });
});

describe('the same exposure as a swap and as a security-based swap', () => {
  it('is margined by either rule of the baseline, product by product', () => {
    const { classificationWhatIf } = report({
      positions: [RATES, EQUITY],
      alternatives: ['cftc-account'],
      parameters: { details: ['classification'] },
    });
    expect(
      classificationWhatIf?.rows.map(({ key, asClassified, asSwap, asSecurityBasedSwap }) => [
        key,
        asClassified,
        asSwap,
        asSecurityBasedSwap,
      ]),
    ).toEqual([
      ['equity_swap', '300000', '300000', '300000'],
      ['interest_rate_swap', '400000', '400000', null],
    ]);
    expect(classificationWhatIf?.rows[1]?.note).toContain('As security-based swaps: 1 of 1');
    expect(classificationWhatIf?.total).toEqual({ asClassified: '300000', asSwap: '300000', asSecurityBasedSwap: '300000' });
  });
});

describe('Treasuries moved into clearing', () => {
  const down = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1000 : -1000));
  const up = down.map((value) => -value);
  const positions = [
    position('t', 'treasury', { marketValue: '1000000', maturity: '2033-01-01' }),
    position('q', 'repo', { notional: '1000000', maturity: '2026-12-01' }),
    position('f', 'treasury_future', { quantity: '10', underlier: 'TY', counterparty: null }),
  ];
  const classifications = classified(positions).map((item) =>
    item.positionId === 'q' ? { ...item, regime: 'sec-securities-account' as const } : item,
  );
  const asked = { positions, classifications, alternatives: ['two-pot'], parameters: { details: ['treasury-clearing'] as const } };

  it('has the dates of 90 FR 11134 and moves cash first, repo after', () => {
    const { treasuryClearing } = report({ ...asked, evidence: { pnl: pnlOf({ t: down, q: down, f: up }) } });
    expect(treasuryClearing?.stages.map(({ id, from, moved }) => [id, from, moved])).toEqual([
      ['today', null, 0],
      ['cash', '2026-12-31', 1],
      ['cash-and-repo', '2027-06-30', 2],
    ]);
    expect(treasuryClearing?.citations.join(' ')).toContain('90 FR 11134');
  });

  it('is haircuts today, three-day value-at-risk when cleared, and saves at most 80 % against an exact hedge', () => {
    const { treasuryClearing } = report({ ...asked, evidence: { pnl: pnlOf({ t: down, q: down, f: up }) } });
    const [today, cash, all] = treasuryClearing?.stages ?? [];
    // 4 % of 1,000,000 for 5 to 10 years, 15c3-1(c)(2)(vi)(A)(1); the future one day: 1,000; no Treasury is cleared, so nothing offsets
    expect(today).toMatchObject({ treasuries: '40000', futures: '1000', separate: '41000', crossMargined: '41000', saving: '0' });
    // three days of ±1,000 are ±1,000; combined with the future: nothing by either model, so the cap of 80 % binds
    expect(cash).toMatchObject({ treasuries: '1000', futures: '1000', separate: '2000', crossMargined: '400', saving: '1600' });
    expect(cash?.note).toContain('(repo)');
    expect(all?.note).toBeNull();
    // Treasury and repo 2,000 against 1,000: combined 1,000, a third of 3,000
    expect(all).toMatchObject({ treasuries: '2000', futures: '1000', separate: '3000' });
    expect(new Decimal(all?.crossMargined ?? 'NaN').toDecimalPlaces(10).toString()).toBe('1000');
  });

  it('without profit and loss gives no amount for what is cleared, and says so', () => {
    const { treasuryClearing } = report(asked);
    expect(treasuryClearing?.stages[1]).toMatchObject({ separate: null, saving: null });
    expect(treasuryClearing?.stages[1]?.note).toContain('profit and loss');
  });
});

describe('adequacy', () => {
  it('stands beside every framework where there is profit and loss, and is a notice where there is none', () => {
    const days = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 20011) - 10005);
    const asked = { positions: [RATES, EQUITY], alternatives: ['one-model-var'], parameters: { details: ['adequacy'] as const } };
    const { frameworks } = report({
      ...asked,
      evidence: { pnl: pnlOf({ r: days, e: days.map((value, i) => (i % 3 === 0 ? value : 500)) }) },
    });
    expect(frameworks.map(({ adequacy }) => adequacy?.tested)).toEqual([2, 2]);
    const [fixed, moving] = frameworks.map(({ adequacy }) => adequacy?.rows[0]);
    expect(fixed?.procyclicality).toBeNull();
    expect(moving?.procyclicality).not.toBeNull();
    expect(frameworks[0]?.adequacy?.notes[0]).toContain('what the counterparty loses and the firm gains');
    expect(report(asked).notices.join(' ')).toContain('no profit and loss');
  });
});

describe('a detail that fails', () => {
  const broken = {
    pnl: {
      ...pnlOf({ r: [1, 2, 3] }),
      get rows(): never {
        throw new Error('the file is gone');
      },
    },
  };

  it('leaves a notice and the rest of the run', () => {
    const input = inputOf({ positions: [RATES], alternatives: ['cftc-account'], parameters: { details: ['adequacy', 'classification'] } });
    let reads = 0;
    const evidence = {
      ...NO_EVIDENCE,
      get pnl() {
        reads += 1;
        return reads > 2 ? broken.pnl : null;
      },
    };
    const { report: result } = runAnalysis({ ...input, evidence });
    expect(result.frameworks[0]?.total).toBe('400000');
    expect(result.notices.join(' ')).toContain('the file is gone');
  });

  it('does not swallow that the run was stopped', () => {
    const input = inputOf({ positions: [RATES, EQUITY], alternatives: ['cftc-account'], parameters: { details: [...RUN_DETAILS] } });
    const messages: string[] = [];
    runAnalysis(input, (_, __, message) => messages.push(message));
    for (let stopAt = 0; stopAt < messages.length; stopAt += 1) {
      let told = 0;
      const stop = () => {
        if (told++ === stopAt) throw new Error('stopped by a member');
      };
      expect(() => runAnalysis(input, stop)).toThrow('stopped by a member');
    }
  });
});

describe('progress', () => {
  it('rises to the end, whatever details are asked for', () => {
    const input = inputOf({
      positions: [RATES, EQUITY],
      alternatives: ['cftc-account', 'sec-account'],
      parameters: { details: [...RUN_DETAILS] },
    });
    const told: [number, number][] = [];
    runAnalysis(input, (done, total) => told.push([done, total]));
    const dones = told.map(([done]) => done);
    expect(dones).toEqual([...dones].sort((a, b) => a - b));
    const [, total] = told[0]!;
    expect(told.at(-1)).toEqual([total, total]);
    expect(new Set(dones).size).toBe(total + 1);
  });
});

describe('with every detail', () => {
  it('the order of rows never changes a byte', { timeout: 120_000 }, () => {
    const shuffled = randomPortfolio.chain((random) =>
      fc.shuffledSubarray([...random.positions], { minLength: random.positions.length }).map((positions) => ({ random, positions })),
    );
    fc.assert(
      fc.property(shuffled, ({ random: { positions, classifications }, positions: other }) => {
        const days = (id: string) => Array.from({ length: 210 }, (_, i) => (((Number(id.slice(1)) + 3) * (i + 7) * 31) % 2003) - 1001);
        const pnl = pnlOf(
          Object.fromEntries(positions.filter((_, i) => i % 4 !== 3).map(({ positionId }) => [positionId, days(positionId)])),
        );
        const asked = {
          classifications,
          alternatives: ['cftc-account', 'one-model-var', 'two-pot'],
          parameters: { details: RUN_DETAILS },
          evidence: { pnl },
        };
        expect(canonicalJson(report({ ...asked, positions: other }))).toBe(canonicalJson(report({ ...asked, positions })));
      }),
      { numRuns: 12 },
    );
  });
});
