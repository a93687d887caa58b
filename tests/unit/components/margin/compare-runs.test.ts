import { describe, expect, it } from 'vitest';
import { compareRuns } from '@/components/margin/compare-runs';
import { descriptionChanges } from '@/components/margin/description-changes';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import type { RunDescription } from '@/lib/services/run/run-description';
import { detailedReport } from '@/tests/support/detailed-report';
import { runReport } from '@/tests/support/run-report';

describe('two runs side by side', () => {
  it('sets totals, groups and back-tests against each other, exactly', () => {
    const before = runReport();
    const [today, account] = detailedReport().frameworks;
    const now = detailedReport({ frameworks: [{ ...today!, total: '100000000.01' }, account!] });
    const compared = compareRuns(before, now)!;
    expect(compared.totals[0]).toMatchObject({
      framework: 'separate-regimes',
      previous: '100000000',
      present: '100000000.01',
      change: '0.01',
    });
    const [framework] = compared.frameworks;
    expect(framework?.groups.byClass).toEqual([
      { key: 'credit', label: 'Credit derivatives', previous: null, present: '70000000', change: '70000000' },
      { key: 'rates', label: 'Interest rates', previous: null, present: '30000000', change: '30000000' },
    ]);
    expect(framework?.adequacy).toMatchObject({ previous: null, present: { exceedances: 1, scenarios: 250 } });
  });

  it('keeps a group that only the other run has, as a fall', () => {
    const compared = compareRuns(detailedReport(), runReport())!;
    expect(compared.frameworks[0]?.groups.byClass[0]).toEqual({
      ...{ key: 'credit', label: 'Credit derivatives' },
      ...{ previous: '70000000', present: null, change: '-70000000' },
    });
  });

  it('compares only frameworks that both have, and no amounts of different currencies', () => {
    const [today] = runReport().frameworks;
    const compared = compareRuns(runReport(), runReport({ frameworks: [today!] }))!;
    expect(compared.frameworks.map(({ framework }) => framework)).toEqual(['separate-regimes']);
    expect(compared.totals.map(({ present }) => present)).toEqual(['100000000', null]);
    expect(compareRuns(runReport(), runReport({ currency: 'EUR' }))).toBeNull();
  });
});

describe('what was put in differently', () => {
  const frameworks = ['separate-regimes', 'sec-account', 'cftc-account'].map((id) => findFramework(id)!);
  const base: RunDescription = {
    portfolio: {
      ...{ id: 'p', name: 'Book', asOf: '2026-06-30', calculationCurrency: 'USD', contentHash: 'a', positions: 3 },
      evidence: [{ kind: 'pnl', fileName: 'pnl.csv', contentHash: 'x' }],
    },
    baseline: 'separate-regimes',
    alternatives: ['sec-account'],
    frameworks,
    parameters: DEFAULT_RUN_PARAMETERS,
    simmPack: null,
    otherSimmPacks: [],
    scanParameters: null,
  };
  const pack = { id: '1', name: 'Model pack', version: '2.6', contentHash: 'k' };

  it('is nothing for the same description', () => {
    expect(descriptionChanges(base, structuredClone(base))).toEqual([]);
  });

  it.each<[string, RunDescription, string]>([
    ['other positions', { ...base, portfolio: { ...base.portfolio, contentHash: 'b', name: 'New' } }, 'Other positions: “New”'],
    ['a file taken away', { ...base, portfolio: { ...base.portfolio, evidence: [] } }, 'P&L vectors: none, where there was “pnl.csv”.'],
    [
      'a file with other content',
      { ...base, portfolio: { ...base.portfolio, evidence: [{ kind: 'pnl', fileName: 'pnl.csv', contentHash: 'y' }] } },
      'P&L vectors: “pnl.csv” with other content.',
    ],
    ['an alternative more', { ...base, alternatives: ['sec-account', 'cftc-account'] }, `Alternatives added: ${frameworks[2]!.name}.`],
    [
      'a framework of the firm that was edited',
      { ...base, frameworks: [frameworks[0]!, { ...frameworks[1]!, legs: [] }] },
      `The framework “${frameworks[1]!.name}” was changed.`,
    ],
    ['a parameter', { ...base, parameters: { ...base.parameters, side: 'post' } }, 'Side: post, was collect.'],
    ['a funding rate', { ...base, parameters: { ...base.parameters, fundingRate: '0.05' } }, 'Funding rate: 5 %, was none.'],
    ['a detail', { ...base, parameters: { ...base.parameters, details: ['adequacy'] } }, 'Computed too: Adequacy.'],
    ['a pack', { ...base, simmPack: pack }, 'SIMM pack: Model pack (2.6), was none.'],
  ])('is said of %s', (_, present, sentence) => {
    const changes = descriptionChanges(base, present);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toContain(sentence);
  });

  it('takes a run from before files and frameworks were kept', () => {
    const { evidence: _, ...portfolio } = base.portfolio;
    const { frameworks: __, ...rest } = base;
    const old = { ...rest, portfolio } as unknown as RunDescription;
    expect(descriptionChanges(old, base)).toEqual(['P&L vectors: “pnl.csv”, where there was none.']);
  });
});
