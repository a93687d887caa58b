import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Regime } from '@/lib/margin/classification/regime';
import { type AppliedFramework, applyFramework } from '@/lib/margin/frameworks/apply-framework';
import type { Arrangement, Framework, MethodUse } from '@/lib/margin/frameworks/framework';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import type { Position } from '@/lib/margin/portfolio/position';
import { classified, equitySwap, portfolio, position } from '@/tests/support/positions';

const TABLE: MethodUse = { id: 'schedule', parameters: {} };
const HAIRCUTS: MethodUse = { id: 'securities-haircut', parameters: {} };
const PLAIN = { side: 'collect', threshold: 'ignored', minimumTransfer: 'ignored' } as const;

function frameworkOf(arrangement: Arrangement, method: MethodUse = TABLE): Framework {
  return {
    id: 'arranged',
    name: 'Arranged',
    description: '',
    builtIn: false,
    effective: null,
    citations: [],
    constraints: [],
    legs: [
      {
        id: 'leg',
        label: 'Leg',
        agency: 'harmonized',
        scope: {},
        nettingKey: ['counterparty'],
        method,
        arrangement,
        threshold: null,
        minimumTransfer: null,
        citations: [],
        assumptions: [],
      },
    ],
  };
}

/** Forwards in the first pot, everything else in the second. */
function twoPots(
  change: Partial<Extract<Arrangement, { kind: 'two-pot' }>> = {},
  methods: readonly [MethodUse, MethodUse] = [TABLE, TABLE],
) {
  return frameworkOf({
    kind: 'two-pot',
    pots: [
      { id: 'one', label: 'House one', scope: { products: ['fx_forward'] }, method: methods[0] },
      { id: 'two', label: 'House two', scope: { products: ['commodity_swap', 'corporate_bond'] }, method: methods[1] },
    ],
    savingCap: '0.80',
    ignoredBelow: '0.01',
    citations: [{ paragraph: 'An agreement', standing: 'recalled' }],
    ...change,
  });
}

const margin = (framework: Framework, positions: readonly Position[], regimes: Readonly<Record<string, Regime>> = {}) =>
  applyFramework(
    portfolio(positions),
    new Map(
      classified(positions, 'cftc-uncleared-swaps').map((item) => [
        item.positionId,
        { ...item, regime: regimes[item.positionId] ?? item.regime },
      ]),
    ),
    framework,
    PLAIN,
  );
const setOf = ({ tree }: AppliedFramework) => tree.children[0]!.children[0]!;
const child = (node: MarginNode, path: string) => node.children.find((candidate) => candidate.path.endsWith(`/${path}`))!;
const input = (node: MarginNode, name: string) => node.inputs.find((candidate) => candidate.name === name)?.value;
const expectExactSum = (applied: AppliedFramework) =>
  expect(sumDecimals([...applied.margins.values()].map(({ contribution }) => contribution)).eq(applied.tree.amount)).toBe(true);

const FORWARD = position('f', 'fx_forward', { notional: '1000000', marketValue: '500' });
// 15 % of 400,000, the same amount as the forward's 6 % of 1,000,000
const COMMODITY = position('c', 'commodity_swap', { notional: '400000', marketValue: '-500' });

describe('two pots', () => {
  it('lower both requirements by the same share: 60,000 each, 48,000 together by both models, saves 60 %', () => {
    const applied = margin(twoPots(), [FORWARD, COMMODITY]);
    expect(applied.tree.amount.toString()).toBe('48000');
    const saving = child(setOf(applied), 'saving');
    expect(saving.amount.toString()).toBe('-72000');
    expect(input(saving, 'share saved by the model of House one')).toBe('0.6');
    expect(input(saving, 'share applied')).toBe('0.6');
    expect(saving.citations[0]?.standing).toBe('recalled');
    expect(saving.children.map(({ amount }) => amount.toString())).toEqual(['48000', '48000']);
    expect([...applied.margins.values()].map(({ contribution }) => contribution.toString())).toEqual(['24000', '24000']);
    expect(applied.standalone.toString()).toBe('120000');
    expectExactSum(applied);
  });

  it('save no more than the cap, and nothing under the least share', () => {
    expect(margin(twoPots({ savingCap: '0.5' }), [FORWARD, COMMODITY]).tree.amount.toString()).toBe('60000');
    expect(margin(twoPots({ ignoredBelow: '0.61', savingCap: '0.8' }), [FORWARD, COMMODITY]).tree.amount.toString()).toBe('120000');
    expect(margin(twoPots({ ignoredBelow: '0.6' }), [FORWARD, COMMODITY]).tree.amount.toString()).toBe('48000');
  });

  it('take the smaller of both savings: a model that nets nothing leaves both requirements as they are', () => {
    const gross: MethodUse = { id: 'securities-haircut', parameters: { fallback: 'schedule' } };
    const applied = margin(twoPots({}, [TABLE, gross]), [FORWARD, COMMODITY]);
    expect(applied.tree.amount.toString()).toBe('120000');
    expect(input(child(setOf(applied), 'saving'), 'share saved by the model of House two')).toBe('0');
  });

  it('name what a model cannot compute and save nothing; the own requirements stand', () => {
    const bond = position('b', 'corporate_bond', { marketValue: '1000000', maturity: '2033-01-01' });
    const applied = margin(twoPots({}, [TABLE, HAIRCUTS]), [FORWARD, bond]);
    expect(applied.tree.amount.toString()).toBe('130000');
    expect(failuresOf(applied.tree).map(({ reason, positionIds }) => [reason, positionIds])).toEqual([
      ['NOT_APPLICABLE', ['b']],
      ['NOT_APPLICABLE', ['f']],
    ]);
    expect(failuresOf(applied.tree)[0]?.message).toContain('House one');
    expect([...applied.margins.keys()].sort()).toEqual(['b', 'f']);
  });

  it('have nothing to save where one is empty, and name positions of neither', () => {
    const alone = margin(twoPots(), [FORWARD]);
    expect(alone.tree.amount.toString()).toBe('60000');
    expect(setOf(alone).children).toHaveLength(1);
    const strange = margin(twoPots(), [FORWARD, position('x', 'fx_swap', { notional: '1' })]);
    expect(failuresOf(strange.tree)).toEqual([expect.objectContaining({ positionIds: ['x'], reason: 'NOT_APPLICABLE' })]);
  });

  it('save between nothing and the cap of what both ask, on random books, and add up exactly', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const books = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 90_000_000 }), amount), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(books, fc.constantFrom('0', '0.37', '0.80', '1'), (rows, savingCap) => {
        const positions = rows.map(([first, notional, marketValue], i) =>
          position(`p${i}`, first ? 'fx_forward' : 'commodity_swap', { notional, marketValue }),
        );
        const applied = margin(twoPots({ savingCap, ignoredBelow: '0' }), positions);
        const own = sumDecimals(['one', 'two'].map((pot) => child(setOf(applied), pot)?.amount ?? new Decimal(0)));
        const saved = sumDecimals([own, applied.tree.amount.neg()]);
        expect(saved.gte(0)).toBe(true);
        // each position's part is a product of 40 digits
        expect(saved.lte(own.times(savingCap).plus('1e-25'))).toBe(true);
        expectExactSum(applied);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the binding regime', () => {
  const framework = frameworkOf({ kind: 'binding-regime', alone: ['cftc-uncleared-swaps'], citations: [] });
  const equity = equitySwap('e', 'long', '1000000', { marketValue: '-500' });
  const sec = { e: 'sec-non-cleared-sbs' } as const;

  it('is all together where that is larger: 40 % of 210,000 against 60,000 of swaps alone', () => {
    const applied = margin(framework, [FORWARD, equity], sec);
    expect(applied.tree.amount.toString()).toBe('84000');
    expect(input(setOf(applied), 'binding')).toBe('all together');
    expectExactSum(applied);
  });

  it('is the swaps alone where they are larger: 600,000 against 40 % of 750,000; the others add nothing', () => {
    const large = position('f', 'fx_forward', { notional: '10000000', marketValue: '500' });
    const applied = margin(framework, [large, equity], sec);
    expect(applied.tree.amount.toString()).toBe('600000');
    expect(applied.margins.get('e')?.contribution.toString()).toBe('0');
    expect(applied.margins.get('e')?.standalone.toString()).toBe('150000');
    expectExactSum(applied);
  });

  it('is the plain method where an agreement holds one regime only', () => {
    expect(setOf(margin(framework, [FORWARD])).formula).toContain('schedule.');
    expect(setOf(margin(framework, [equity], sec)).formula).toContain('schedule.');
  });

  it('names a position without an amount once', () => {
    const bare = position('n', 'fx_forward', {});
    expect(failuresOf(margin(framework, [FORWARD, bare, equity], sec).tree)).toHaveLength(1);
  });

  it('never asks less than the swaps alone, on random books', () => {
    const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: -99_999, max: 99_999 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (book) => {
        const positions = book.map(([swap, notional, marketValue], i) =>
          position(`p${i}`, swap ? 'fx_forward' : 'equity_swap', { notional, marketValue }),
        );
        const regimes = Object.fromEntries(
          positions
            .filter(({ product }) => product === 'equity_swap')
            .map(({ positionId }) => [positionId, 'sec-non-cleared-sbs' as const]),
        );
        const own = positions.filter(({ product }) => product === 'fx_forward');
        const applied = margin(framework, positions, regimes);
        expect(applied.tree.amount.gte(margin(framework, own).tree.amount)).toBe(true);
        expectExactSum(applied);
      }),
      { numRuns: 200 },
    );
  });
});
