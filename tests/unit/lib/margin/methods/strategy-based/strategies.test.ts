import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { STRATEGY_BASED_METHOD } from '@/lib/margin/methods/strategy-based/strategy-based-method';
import type { Position } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { nettingSet, type PositionFacts, position } from '@/tests/support/positions';

const compute = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  STRATEGY_BASED_METHOD.compute(nettingSet(...positions), parameters, methodContext());
const total = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  compute(positions, parameters).node.amount.toString();
const kinds = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  compute(positions, parameters).node.children.flatMap(({ children }) => children.map(({ label }) => label));

/** "+2 call 100 at 3" with the underlier at 100 unless said otherwise. */
function option(text: string, facts: PositionFacts = {}): Position {
  const [count = '', kind, strike = '', , value = ''] = text.split(' ');
  const quantity = new Decimal(count).abs();
  const long = count.startsWith('+');
  return position(`${text} ${facts.maturity ?? ''}`, 'equity_option', {
    underlier: 'ACME',
    direction: long ? 'long' : 'short',
    quantity,
    multiplier: 100,
    strike,
    optionType: kind === 'call' ? 'call' : 'put',
    maturity: '2026-12-18',
    marketValue: quantity.times(value).times(long ? 100 : -100),
    notional: quantity.times(100).times(100),
    ...facts,
  });
}
const stock = (side: 'long' | 'short', shares: string, price = '100') =>
  position(`${side} stock`, 'equity', {
    underlier: 'ACME',
    direction: side,
    quantity: shares,
    price,
    marketValue: new Decimal(shares).times(price).times(side === 'long' ? 1 : -1),
  });

const EUROPEAN = { exerciseStyle: 'european' as const };
const box = (facts: PositionFacts, product: Position['product']) =>
  ['+1 call 90 at 14', '-1 call 110 at 5', '+1 put 110 at 13', '-1 put 90 at 3'].map((text) => ({ ...option(text, facts), product }));

describe('12 CFR 220.12 and FINRA Rule 4210(c) (recalled): stock', () => {
  it.each([
    ['220.12(a): 50 % of long stock', 'initial', stock('long', '100'), '5000'],
    ['220.12(c)(1): 150 % of short stock', 'initial', stock('short', '100'), '15000'],
    ['25 % of long stock', 'maintenance', stock('long', '100'), '2500'],
    ['short stock and 30 %', 'maintenance', stock('short', '100'), '13000'],
    ['short stock at 10: not less than 5 a share', 'maintenance', stock('short', '100', '10'), '1500'],
    ['short stock at 4: 100 %', 'maintenance', stock('short', '100', '4'), '800'],
    ['short stock at 1: not less than 2.50 a share', 'maintenance', stock('short', '100', '1'), '350'],
    ['initial of short stock at 6 is not below maintenance', 'initial', stock('short', '100', '6'), '1100'],
  ])('%s (%s)', (_, stage, position, expected) => {
    expect(total([position], { stage })).toBe(expected);
  });
});

describe('FINRA Rule 4210(f)(2) (recalled): options on their own', () => {
  const broad = (text: string) => ({ ...option(text, { underlierType: 'broad_index' }), product: 'index_option' as const });
  it.each([
    ['short call at the money: 3 + 20 % of 100', [option('-1 call 100 at 3')], '2300'],
    ['short put out of the money by 5: 2 + 20 − 5', [option('-1 put 95 at 2')], '1700'],
    ['short call far out of the money: 0.1 + 10 % of 100', [option('-1 call 130 at 0.1')], '1010'],
    ['short put far out of the money: 0.1 + 10 % of its strike 60', [option('-1 put 60 at 0.1')], '610'],
    ['broad index: 3 + 15 % of 100', [broad('-1 call 100 at 3')], '1800'],
    ['long option of less than nine months: in full', [option('+1 call 100 at 3')], '300'],
    ['long option of nine months to the day: in full', [option('+1 call 100 at 3', { maturity: '2027-03-30' })], '300'],
    ['long option of more than nine months: 75 %', [option('+1 call 100 at 3', { maturity: '2027-03-31' })], '225'],
  ])('%s', (_, positions, expected) => {
    expect(total(positions)).toBe(expected);
  });

  it('OTC: 30 % where a stock option names no clearing house and the setting says so', () => {
    expect(total([option('-1 call 100 at 3')], { uncleared: 'otc' })).toBe('3300');
    expect(total([option('-1 call 100 at 3', { clearedBy: 'OCC' })], { uncleared: 'otc' })).toBe('2300');
  });

  it('OTC long of more than nine months: 25 % of what is in the money is credited', () => {
    expect(total([option('+1 call 90 at 13', { maturity: '2027-06-30' })], { uncleared: 'otc' })).toBe('1050');
  });
});

describe('FINRA Rule 4210(f)(2) (recalled): spreads, straddles and boxes', () => {
  it.each([
    ['call spread: largest loss 5, long in full 1', ['-1 call 100 at 3', '+1 call 105 at 1'], ['Call spread'], '600'],
    ['debit spread: no loss beyond the long', ['+1 call 95 at 7', '-1 call 100 at 3'], ['Call spread'], '700'],
    ['put spread wider than the short alone: each on its own', ['-1 put 80 at 1', '+1 put 40 at 0.1'], ['Long put', 'Short put'], '910'],
    ['butterfly', ['+1 call 95 at 7', '-2 call 100 at 4', '+1 call 105 at 2'], ['Long butterfly'], '900'],
    ['short butterfly', ['-1 call 95 at 7', '+2 call 100 at 4', '-1 call 105 at 2'], ['Short butterfly'], '1300'],
    ['condor', ['+1 put 85 at 1', '-1 put 90 at 2', '-1 put 95 at 3', '+1 put 100 at 5'], ['Long condor'], '600'],
    ['iron condor', ['+1 put 85 at 1', '-1 put 90 at 2', '-1 call 110 at 2', '+1 call 115 at 1'], ['Short iron condor'], '700'],
    ['iron butterfly', ['+1 put 95 at 1', '-1 put 100 at 3', '-1 call 100 at 3', '+1 call 105 at 1'], ['Short iron butterfly'], '700'],
    ['short box', ['-1 call 90 at 14', '+1 call 110 at 5', '-1 put 110 at 13', '+1 put 90 at 3'], ['Short box'], '2800'],
    ['straddle: the greater of both + the other', ['-1 call 100 at 3', '-1 put 100 at 4'], ['Short straddle'], '2700'],
    ['strangle', ['-1 call 105 at 2', '-1 put 95 at 1'], ['Short strangle'], '1800'],
    [
      'unequal widths: the larger loss only',
      ['+5 put 60 at 1', '-5 put 70 at 2', '-10 call 110 at 2', '+10 call 115 at 1'],
      ['Spread of 4 legs'],
      '6500',
    ],
  ])('%s', (_, texts, names, expected) => {
    const positions = texts.map((text) => option(text));
    expect(total(positions)).toBe(expected);
    expect(kinds(positions).sort()).toEqual(names);
  });

  it('a long that expires before the short is no hedge', () => {
    expect(total([option('+1 call 100 at 3', { maturity: '2026-11-20' }), option('-1 call 100 at 4')])).toBe('2700');
    expect(total([option('+1 call 100 at 5', { maturity: '2027-01-15' }), option('-1 call 100 at 4')])).toBe('500');
  });

  it('long box: 50 % of the difference where European and settled in cash, long options in full elsewhere', () => {
    expect(total(box(EUROPEAN, 'index_option'))).toBe('1000');
    expect(total(box({}, 'index_option'))).toBe('2700');
    expect(total(box(EUROPEAN, 'equity_option'))).toBe('2700');
  });
});

describe('FINRA Rule 4210(f)(2) (recalled): options with stock', () => {
  it.each([
    ['covered call', 'maintenance', [stock('long', '100'), option('-1 call 105 at 2')], 'Covered call', '2500'],
    [
      'covered call in the money: valued at 90, 10 not valued',
      'maintenance',
      [stock('long', '100'), option('-1 call 90 at 11')],
      'Covered call',
      '3250',
    ],
    ['covered call, 220.12(a)', 'initial', [stock('long', '100'), option('-1 call 105 at 2')], 'Covered call', '5000'],
    ['covered put in the money by 10', 'maintenance', [stock('short', '100'), option('-1 put 110 at 11')], 'Covered put', '14000'],
    ['protective put: 10 % of 95 + 5', 'maintenance', [stock('long', '100'), option('+1 put 95 at 0')], 'Protective put', '1450'],
    [
      'protective put far out: 25 % of the stock',
      'maintenance',
      [stock('long', '100'), option('+1 put 50 at 1')],
      'Protective put',
      '2500',
    ],
    ['protective call: 110 % of 105 + 5', 'maintenance', [stock('short', '100'), option('+1 call 105 at 2')], 'Protective call', '12050'],
    [
      'conversion: 10 % of 100',
      'maintenance',
      [stock('long', '100'), option('-1 call 100 at 3'), option('+1 put 100 at 3')],
      'Conversion',
      '1000',
    ],
    [
      'reverse conversion: 110 % of 110 + 10 that the put is in the money',
      'maintenance',
      [stock('short', '100'), option('+1 call 110 at 2'), option('-1 put 110 at 11')],
      'Reverse conversion',
      '13100',
    ],
    [
      'collar: 10 % of 95 + 5',
      'maintenance',
      [stock('long', '100'), option('-1 call 110 at 1'), option('+1 put 95 at 2')],
      'Collar',
      '1450',
    ],
    [
      'collar: 25 % of the call',
      'maintenance',
      [stock('long', '100'), option('-1 call 105 at 1'), option('+1 put 60 at 2')],
      'Collar',
      '2625',
    ],
  ])('%s (%s)', (_, stage, positions, kind, expected) => {
    expect(kinds(positions, { stage })).toContain(kind);
    expect(total(positions, { stage })).toBe(expected);
  });

  it('stock covers only as many contracts as it has shares for', () => {
    expect(total([stock('long', '150'), option('-2 call 105 at 2')])).toBe(String(2500 + 1250 + 1700));
  });
});

describe('the cheapest pairing of an account', () => {
  it('hedges the short option for which the long one frees most', () => {
    // 105 with 100: 200 + 500, and 110 naked 1,100. With 110: 200 and no loss, but 100 naked is 2,300.
    const positions = [option('-1 call 100 at 3'), option('-1 call 110 at 1'), option('+1 call 105 at 2')];
    expect(total(positions)).toBe('1800');
  });

  it('gives the stock to the call for which it frees most', () => {
    const positions = [stock('long', '100'), option('-1 call 100 at 3'), option('-1 call 125 at 0.2')];
    expect(total(positions)).toBe(String(2500 + 1020));
  });

  it('shows account, underliers, strategies and legs, each the sum of the next', () => {
    const { node, contributions } = compute([
      option('-1 call 100 at 3'),
      option('+1 call 105 at 1'),
      option('-1 put 95 at 2', { underlier: 'ZED' }),
    ]);
    expect(node.children.map(({ label, amount }) => [label, amount.toString()])).toEqual([
      ['ACME', '600'],
      ['ZED', '1700'],
    ]);
    expect(node.children[0]?.children[0]?.children.map(({ label, amount }) => [label, amount.toString()])).toEqual([
      ['short call 100 2026-12-18 × 1', '500'],
      ['long call 105 2026-12-18 × 1', '100'],
    ]);
    expect([...contributions.values()].reduce((a, b) => a.plus(b)).toString()).toBe('2300');
    expect(node.children[1]?.children[0]?.citations[0]?.standing).toBe('recalled');
  });
});

describe('what has no amount', () => {
  it.each([
    ['a short option whose underlier has no price', option('-1 call 100 at 3', { notional: null }), 'MISSING_DATA'],
    ['a maturity in the past', option('-1 call 100 at 3', { maturity: '2026-06-29' }), 'INVALID'],
    ['an option without its market value', option('-1 call 100 at 3', { marketValue: null }), 'MISSING_DATA'],
    ['a security that the method has no rule for', position('t', 'treasury', { marketValue: '100' }), 'NO_RULE'],
  ])('%s', (_, given, reason) => {
    const { node, contributions } = compute([given, option('+1 put 90 at 1', { underlier: 'OTHER' })]);
    const failures = [...node.failures, ...node.children.flatMap((child) => child.failures)];
    expect(failures).toMatchObject([{ reason, positionIds: [given.positionId] }]);
    expect(node.amount.toString()).toBe('100');
    expect(contributions.has(given.positionId)).toBe(false);
  });

  it('a short option inside a spread needs no price of the underlier', () => {
    expect(total([option('-1 call 100 at 3', { notional: null }), option('+1 call 105 at 1', { notional: null })])).toBe('600');
  });
});
