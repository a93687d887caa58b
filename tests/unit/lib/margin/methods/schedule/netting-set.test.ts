import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { marginTrades } from '@/lib/margin/methods/schedule/margin-trades';
import { SCHEDULE_METHOD } from '@/lib/margin/methods/schedule/schedule-method';
import type { ScheduleTrade } from '@/lib/margin/methods/schedule/schedule-trade';
import { methodContext } from '@/tests/support/method-context';
import { AS_OF, nettingSet, position } from '@/tests/support/positions';

const CONTEXT = methodContext();
const compute = (...positions: ReturnType<typeof position>[]) => SCHEDULE_METHOD.compute(nettingSet(...positions), {}, CONTEXT);
const fx = (id: string, notional: string, marketValue: string | null) => position(id, 'fx_forward', { notional, marketValue });
const input = (node: { inputs: readonly { name: string; value: string }[] }, start: string) =>
  node.inputs.find(({ name }) => name.startsWith(start))?.value;

describe('17 CFR 23.154(c)(2), net-to-gross ratio: 0.4 G + 0.6 NGR G', () => {
  it('scales 60 percent of G by net over gross replacement cost', () => {
    // G = 6 % of 2,000,000 = 120,000; gross 800, net 800 − 200 = 600, NGR 0.75; 48,000 + 0.6 × 0.75 × 120,000 = 102,000
    const { node } = compute(fx('a', '1000000', '800'), fx('b', '1000000', '-200'));
    expect(node.amount.toString()).toBe('102000');
    expect(input(node, 'NGR')).toBe('0.75');
  });

  it('(c)(2)(ii)(E): sets the ratio to 1 where the gross replacement cost is 0', () => {
    expect(compute(fx('a', '1000000', '-800'), fx('b', '1000000', '0')).node.amount.toString()).toBe('120000');
  });

  it('counts a negative net replacement cost as 0 and says so', () => {
    const { node } = compute(fx('a', '1000000', '800'), fx('b', '1000000', '-900'));
    expect(node.amount.toString()).toBe('48000');
    expect(node.assumptions.join(' ')).toContain('the rule states no floor');
  });

  it('counts a missing market value as 0 and says so', () => {
    const { node } = compute(fx('a', '1000000', '800'), fx('b', '1000000', null));
    expect(node.amount.toString()).toBe('120000');
    expect(node.assumptions.join(' ')).toContain('1 of 2 trades have no market value');
  });

  it('does not apply the ratio where no netting agreement is named', () => {
    const set = { ...nettingSet(fx('a', '1000000', '800'), fx('b', '1000000', '-900')), underAgreement: false };
    expect(SCHEDULE_METHOD.compute(set, {}, CONTEXT).node.amount.toString()).toBe('120000');
  });

  it('splits the amount over the trades by their gross margins, exactly', () => {
    const { node, contributions, standalone } = compute(fx('a', '1000000', '7'), fx('b', '2000000', '-4'));
    expect([...standalone].map(([id, amount]) => `${id} ${amount}`)).toEqual(['a 60000', 'b 120000']);
    const shares = [...contributions.values()];
    expect(shares.reduce((a, b) => a.plus(b)).eq(node.amount)).toBe(true);
    expect(shares.map((share) => share.toDecimalPlaces(4).toString())).toEqual(['39428.5714', '78857.1429']);
  });

  it('groups the gross margins by class, with a node for each position', () => {
    const { node } = compute(fx('a', '1000000', '1'), position('e', 'equity_swap', { notional: '200' }));
    expect(node.children.map(({ label, amount }) => `${label} ${amount}`)).toEqual([
      'Equity, gross 30',
      'Foreign exchange/currency, gross 60000',
    ]);
    expect(node.children[1]?.children.map(({ path }) => path)).toEqual(['total/set/fx/a']);
  });
});

describe('a position that has no amount', () => {
  it.each([
    ['MISSING_DATA', position('x', 'fx_forward', {}), 'notional is missing'],
    ['MISSING_DATA', position('x', 'interest_rate_swap', { notional: '5' }), 'neither a duration nor a maturity'],
    ['INVALID', position('x', 'fx_forward', { notional: '5', maturity: '2026-06-29' }), 'before 2026-06-30'],
    ['NOT_APPLICABLE', position('x', 'treasury', { notional: '5' }), 'treasury'],
  ] as const)('is named with the reason %s, and the rest is computed', (reason, bad, part) => {
    const { node, contributions } = compute(fx('a', '1000000', '1'), bad);
    expect(node.amount.toString()).toBe('60000');
    expect(node.failures).toHaveLength(1);
    expect(node.failures[0]).toMatchObject({ reason, positionIds: ['x'] });
    expect(node.failures[0]?.message).toContain(part);
    expect(contributions.has('x')).toBe(false);
  });
});

describe('trades given directly', () => {
  const trade = (tradeId: string, nettingSet: string, presentValue: string): ScheduleTrade => ({
    tradeId,
    nettingSet,
    assetClass: 'equity',
    notional: new Decimal('100'),
    presentValue: new Decimal(presentValue),
    endDate: null,
    durationYears: null,
    positionIds: [tradeId],
  });
  const trades = [trade('a', 'N1', '10'), trade('b', 'N1', '-5'), trade('c', 'N2', '-5')];

  it('net inside their netting set only', () => {
    // N1: G 30, NGR 5/10: 12 + 9 = 21; N2: gross 0, so 15
    const tree = marginTrades(trades, { asOf: AS_OF, currency: 'USD', side: 'collect' });
    expect(tree.children.map(({ label, amount }) => `${label} ${amount}`)).toEqual(['N1 21', 'N2 15']);
    expect(tree.amount.toString()).toBe('36');
  });

  it('turn the sign of their replacement cost on the post side', () => {
    // N1: values −10 and 5: net negative counts as 0, so 12; N2: value 5, ratio 1: 15
    const tree = marginTrades(trades, { asOf: AS_OF, currency: 'USD', side: 'post' });
    expect(tree.children.map(({ label, amount }) => `${label} ${amount}`)).toEqual(['N1 12', 'N2 15']);
  });
});
