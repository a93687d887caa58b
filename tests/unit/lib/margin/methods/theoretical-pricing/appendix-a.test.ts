import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import type { FxRates } from '@/lib/margin/evidence/fx-rates';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { THEORETICAL_PRICING_METHOD } from '@/lib/margin/methods/theoretical-pricing/theoretical-pricing-method';
import { valuationPoints } from '@/lib/margin/methods/theoretical-pricing/valuation-points';
import { methodContext } from '@/tests/support/method-context';
import { amountOf, basketStock, indexOption, inputOf, portfolioMargin, stock, stockOption } from '@/tests/support/portfolio-margin';
import { nettingSet, position } from '@/tests/support/positions';

const MARKET_MAKER = { table: 'market-maker' };
const FINRA = { rule: 'finra-4210' };

describe('17 CFR 240.15c3-1a(b)(1)(iii)-(iv) and FINRA Rule 4210(g): ranges of valuation points', () => {
  it.each([
    ['appendix-a', 'broker-dealer', 'equity', '−15 % −12 % −9 % −6 % −3 % +3 % +6 % +9 % +12 % +15 %'],
    ['appendix-a', 'broker-dealer', 'narrow_index', '−15 % −12 % −9 % −6 % −3 % +3 % +6 % +9 % +12 % +15 %'],
    ['appendix-a', 'broker-dealer', 'non_high_cap_index', '−15 % −12 % −9 % −6 % −3 % +3 % +6 % +9 % +12 % +15 %'],
    ['appendix-a', 'broker-dealer', 'high_cap_index', '−10 % −8 % −6 % −4 % −2 % +2 % +4 % +6 % +8 % +10 %'],
    ['appendix-a', 'broker-dealer', 'major_currency', '−6 % −4.8 % −3.6 % −2.4 % −1.2 % +1.2 % +2.4 % +3.6 % +4.8 % +6 %'],
    ['appendix-a', 'broker-dealer', 'other_currency', '−20 % −16 % −12 % −8 % −4 % +4 % +8 % +12 % +16 % +20 %'],
    ['appendix-a', 'market-maker', 'high_cap_index', '−8 % −6.4 % −4.8 % −3.2 % −1.6 % +1.2 % +2.4 % +3.6 % +4.8 % +6 %'],
    ['appendix-a', 'market-maker', 'non_high_cap_index', '−10 % −8 % −6 % −4 % −2 % +2 % +4 % +6 % +8 % +10 %'],
    ['appendix-a', 'market-maker', 'major_currency', '−4.5 % −3.6 % −2.7 % −1.8 % −0.9 % +0.9 % +1.8 % +2.7 % +3.6 % +4.5 %'],
    ['finra-4210', 'broker-dealer', 'high_cap_index', '−8 % −6.4 % −4.8 % −3.2 % −1.6 % +1.2 % +2.4 % +3.6 % +4.8 % +6 %'],
    ['finra-4210', 'broker-dealer', 'non_high_cap_index', '−10 % −8 % −6 % −4 % −2 % +2 % +4 % +6 % +8 % +10 %'],
    ['finra-4210', 'broker-dealer', 'equity', '−15 % −12 % −9 % −6 % −3 % +3 % +6 % +9 % +12 % +15 %'],
  ] as const)('%s, %s, %s: %s', (rule, table, rangeClass, expected) => {
    const points = valuationPoints(rangeClass, rule, table) ?? [];
    expect(points.map(({ label }) => label).join(' ')).toBe(expected);
  });

  it('FINRA Rule 4210(g) has no range for currencies that was read: such a class has no amount', () => {
    const option = stockOption('c', 'short', 'call', '1', '1', { underlierClass: 'major_currency', underlierPrice: '1' });
    const { node } = portfolioMargin([{ ...option, product: 'fx_option' }], FINRA);
    expect([node.amount.toString(), failuresOf(node).map(({ reason }) => reason)]).toEqual(['0', ['NO_RULE']]);
  });
});

describe('15c3-1a(b)(1)(v)(A)-(B)(1)(i): a class offsets fully at each point', () => {
  it.each([
    // 10 contracts on 100 shares at 100: at +15 % each of 1,000 shares is called away 15 above the strike.
    ['a short call at the money loses 15 a share at +15 %', [stockOption('c', 'short', 'call', '100', '10')], '15000'],
    ['a short put at the money loses 15 a share at −15 %', [stockOption('p', 'short', 'put', '100', '10')], '15000'],
    ['a short call 10 above loses 5 a share', [stockOption('c', 'short', 'call', '110', '10')], '5000'],
    [
      'a short straddle loses on one side only',
      [stockOption('c', 'short', 'call', '100', '10'), stockOption('p', 'short', 'put', '100', '10')],
      '15000',
    ],
    [
      'a call spread of 5 loses 5 a share',
      [stockOption('c', 'short', 'call', '100', '10'), stockOption('l', 'long', 'call', '105', '10')],
      '5000',
    ],
    ['stock alone loses 15 %', [stock('s', 'long', '100000')], '15000'],
    ['a covered call keeps the loss of the stock', [stock('s', 'long', '100000'), stockOption('c', 'short', 'call', '100', '10')], '15000'],
    ['stock with a put 5 below loses 5 a share', [stock('s', 'long', '100000'), stockOption('p', 'long', 'put', '95', '10')], '5000'],
    [
      'short stock with a long call at the money loses nothing but has the minimum: min(10 × 25, worth 0)',
      [stock('s', 'short', '100000'), stockOption('c', 'long', 'call', '100', '10')],
      '0',
    ],
  ])('%s', (_name, positions, expected) => {
    expect(amountOf(positions)).toBe(expected);
  });

  it('(a)(4): single-name swaps, security futures and exchangeable securities are positions in the underlier', () => {
    const swap = position('w', 'equity_swap', { direction: 'long', underlier: 'XYZ', underlierType: 'single_name', notional: '50000' });
    const future = position('f', 'security_future', {
      direction: 'long',
      underlier: 'XYZ',
      notional: '30000',
      quantity: '3',
      multiplier: '100',
    });
    const bond = position('b', 'convertible_bond', {
      direction: 'long',
      exchangeableInto: 'XYZ',
      exchangeRatio: '20',
      quantity: '10',
      marketValue: '21000',
    });
    // 1,000 shares short against 500 + 300 + 200 of them: nothing is lost but the minimum of (C)(5): 3 × 100 × 25 % + 10 × 100 × 25 %.
    const call = stockOption('c', 'short', 'call', '80', '10');
    expect(amountOf([swap, future, bond, call])).toBe('325');
  });

  it('different underliers do not offset each other', () => {
    const other = stock('o', 'short', '100000', { underlier: 'ABC' });
    expect(amountOf([stock('s', 'long', '100000'), other])).toBe('30000');
  });
});

describe('15c3-1a(b)(1)(v)(C)(2), (5): the minimum charge', () => {
  // A box: at every price it pays 10, so it loses nothing.
  const box = (facts = {}) => [
    stockOption('a', 'long', 'call', '95', '10', facts),
    stockOption('b', 'short', 'call', '105', '10', facts),
    stockOption('c', 'long', 'put', '105', '10', facts),
    stockOption('d', 'short', 'put', '95', '10', facts),
  ];
  it('25 % × multiplier for each equity option: 4 × 10 × 25, long calls and puts no more than they are worth', () => {
    // Long calls at 95 and puts at 105 are worth 5 a share, far above 250.
    expect(amountOf(box())).toBe('1000');
  });
  it('FINRA Rule 4210(g): $.375 × multiplier', () => {
    expect(amountOf(box(), FINRA)).toBe('1500');
  });
  it('is not above the market value of a long option', () => {
    const worthless = stockOption('w', 'long', 'call', '130', '10', { marketValue: '40' });
    const { node, contributions } = portfolioMargin([worthless]);
    expect([node.amount.toString(), contributions.get('w')?.toString()]).toEqual(['40', '40']);
    expect(amountOf([stockOption('w', 'short', 'call', '130', '10', { marketValue: '-40' })])).toBe('250');
  });
  it('$25 for each option on a major currency; none is named for other currencies', () => {
    const option = (underlierClass: 'major_currency' | 'other_currency') => ({
      ...stockOption('c', 'short', 'call', '2', '4', { underlierClass, underlierPrice: '1', multiplier: '10000', underlier: 'EURUSD' }),
      product: 'fx_option' as const,
    });
    expect([amountOf([option('major_currency')]), amountOf([option('other_currency')])]).toEqual(['100', '0']);
  });
  it('counts related instruments of an index class: (C)(2)', () => {
    const long = position('f', 'equity_index_future', {
      direction: 'long',
      underlier: 'BIG',
      underlierClass: 'high_cap_index',
      notional: '100000',
      quantity: '2',
      multiplier: '50',
    });
    const short = { ...long, positionId: 'g', direction: 'short' as const };
    expect(amountOf([long, short])).toBe('50');
  });
});

describe('15c3-1a(b)(1)(v)(B)(1)(ii): index options and a qualified stock basket, 95 %', () => {
  // Short calls on 100 × 1,000 at the money: −10,000 at +10 %. A long basket of 100,000: +10,000 there, −10,000 at −10 %.
  const calls = indexOption('c', 'short', 'call', '1000', '1');
  it('95 % of the gain of one offsets the loss of the other', () => {
    const deep = indexOption('c', 'short', 'call', '500', '1');
    const { node } = portfolioMargin([deep, basketStock('x', 'long', '60000'), basketStock('y', 'long', '40000')]);
    const [group] = node.children;
    // At +10 %: −10,000 + 0.95 × 10,000 = −500; at −10 % the basket loses 10,000 and the call gains 10,000: −500 too; plus (C)(3): 5 % × 100,000.
    expect([inputOf(group, 'loss at +10 % after offsets'), inputOf(group, 'loss at −10 % after offsets')]).toEqual(['500', '500']);
    expect(node.amount.toString()).toBe('5500');
  });
  it('(b)(1)(v)(C)(3): 5 %, (b)(1)(v)(C)(4): 7 1/2 % of the basket where it offsets options; read as added, or by a setting as part of the minimum', () => {
    const deep = (facts = {}) => [indexOption('c', 'short', 'call', '500', '1', facts), basketStock('x', 'long', '100000')];
    // ±15 %: 15,000 − 0.95 × 15,000 = 750; 7.5 % × 100,000.
    expect(amountOf(deep({ underlierClass: 'non_high_cap_index' }))).toBe('8250');
    expect(amountOf(deep({ underlierClass: 'narrow_index' }))).toBe('5750');
    expect(amountOf(deep(), { basketCharge: 'minimum' })).toBe('5025');
  });
  it('a basket that offsets nothing has no such charge', () => {
    expect(amountOf([indexOption('p', 'short', 'put', '1000', '1'), basketStock('x', 'long', '100000')])).toBe('20000');
    expect(amountOf([calls, basketStock('x', 'long', '100000')])).toBe('15000');
  });
});

describe('15c3-1a(b)(1)(v)(B)(2): classes of a product group', () => {
  const group = (facts: object) => [
    indexOption('a', 'short', 'call', '500', '2', { underlier: 'ONE', productGroup: 'G', ...facts }),
    indexOption('b', 'long', 'call', '500', '1', { underlier: 'TWO', productGroup: 'G', ...facts }),
  ];
  it.each([
    // −20,000 + share × 10,000 at the furthest point up; down there is the reverse, and the long one loses less than the short gains.
    ['(b)(1)(v)(B)(2)(i): 90 % between high-capitalization classes', { underlierClass: 'high_cap_index' }, {}, '11000'],
    [
      '(b)(1)(v)(B)(2)(ii): 75 % between non-high-capitalization classes: −30,000 + 0.75 × 15,000',
      { underlierClass: 'non_high_cap_index' },
      {},
      '18750',
    ],
    ['(b)(1)(v)(B)(2)(iii): 90 % between narrow-based classes: −30,000 + 0.9 × 15,000', { underlierClass: 'narrow_index' }, {}, '16500'],
    ['nothing without a product group', { underlierClass: 'high_cap_index', productGroup: undefined }, {}, '30000'],
    ['half of the offsets where the run scales them', { underlierClass: 'high_cap_index' }, { offsetScale: '0.5' }, '15500'],
  ])('%s', (_name, facts, parameters, expected) => {
    expect(amountOf(group(facts), parameters)).toBe(expected);
  });
  it('(iv): no basket offsets another basket', () => {
    const facts = { underlierClass: 'high_cap_index' as const, productGroup: 'G' };
    const worthless = (id: string, index: string) =>
      indexOption(id, 'long', 'call', '5000', '1', { underlier: index, marketValue: '0', ...facts });
    const positions = [
      worthless('a', 'ONE'),
      worthless('b', 'TWO'),
      basketStock('x', 'long', '100000', 'ONE'),
      basketStock('y', 'short', '100000', 'TWO'),
    ];
    expect(amountOf(positions)).toBe('10000');
  });
  it('a basket offsets options of another class of the group', () => {
    const facts = { underlierClass: 'high_cap_index' as const, productGroup: 'G' };
    const positions = [
      indexOption('a', 'short', 'call', '500', '1', { underlier: 'ONE', ...facts }),
      indexOption('b', 'long', 'call', '5000', '1', { underlier: 'TWO', marketValue: '0', ...facts }),
      basketStock('x', 'long', '100000', 'TWO'),
    ];
    // 10,000 − 0.9 × 10,000 = 1,000 either way; 5 % of the basket.
    expect(amountOf(positions)).toBe('6000');
  });
});

describe('15c3-1a(b)(1)(v)(B)(3): product groups of a market group', () => {
  const short = (facts = {}) =>
    indexOption('a', 'short', 'call', '500', '2', { underlier: 'ONE', productGroup: 'G', marketGroup: 'M', ...facts });
  const long = (facts = {}) =>
    indexOption('b', 'long', 'call', '500', '2', { underlier: 'TWO', productGroup: 'H', marketGroup: 'M', ...facts });
  it('50 % of gains offset losses at the same point, each group at its own worst point', () => {
    // G loses 20,000 at +10 %, of which half of H's gain of 20,000 covers 10,000; H loses 20,000 at −10 %, of which G covers 10,000.
    const result = portfolioMargin([short(), long()]);
    expect(result.node.amount.toString()).toBe('20000');
    expect(
      result.contributions
        .get('a')
        ?.plus(result.contributions.get('b') ?? 0)
        .toString(),
    ).toBe('20000');
    expect(result.contributions.get('a')?.toString()).toBe('10000');
  });
  it('sets high-capitalization against other diversified groups at points of the same number', () => {
    // H is not high-capitalization: ±15 %, so it gains 30,000 where G loses 20,000, and loses 30,000 where G gains 20,000.
    expect(amountOf([short(), long({ underlierClass: 'non_high_cap_index' })])).toBe('25000');
  });
  it('does not reach narrow-based indexes, nor other market groups', () => {
    expect(amountOf([short({ underlierClass: 'narrow_index' }), long({ underlierClass: 'narrow_index' })])).toBe('60000');
    expect(amountOf([short(), long({ marketGroup: 'N' })])).toBe('40000');
  });
});

describe('an option that lacks a fact, and the rest of the account', () => {
  const good = stockOption('good', 'short', 'call', '100', '10');
  it.each([
    ['volatility', { impliedVol: null }, 'MISSING_DATA'],
    ['strike', { strike: null }, 'MISSING_DATA'],
    ['25 where 25 % is meant as volatility', { impliedVol: '25' }, 'INVALID'],
    ['an interest rate out of any range', { interestRate: '999999999999' }, 'INVALID'],
    ['a yield out of any range', { dividendYield: '1000' }, 'INVALID'],
    ['a day before the portfolio as expiry', { maturity: '2026-06-29' }, 'INVALID'],
  ])('%s', (_name, facts, reason) => {
    const { node, contributions } = portfolioMargin([good, stockOption('bad', 'short', 'call', '100', '10', facts)]);
    expect(node.amount.toString()).toBe('15000');
    expect(failuresOf(node)).toMatchObject([{ reason, positionIds: ['bad'] }]);
    expect(contributions.has('bad')).toBe(false);
  });
  it('no price of the underlier', () => {
    const { node } = portfolioMargin([good, stockOption('bad', 'short', 'call', '1', '1', { underlier: 'ABC', underlierPrice: null })]);
    expect([node.amount.toString(), failuresOf(node)[0]?.message]).toEqual(['15000', expect.stringContaining('underlier_price')]);
  });
  it('takes the price of the stock in the account, or what the notional makes of one unit', () => {
    const call = stockOption('c', 'short', 'call', '100', '10', { underlierPrice: null });
    expect(amountOf([call, stock('s', 'short', '1000', { quantity: '10' })])).toBe('15150');
    expect(amountOf([{ ...call, notional: stock('x', 'long', '100000').marketValue }])).toBe('15000');
  });
  it('an index that nobody states the class of: no amount, or by a setting', () => {
    const option = indexOption('i', 'short', 'call', '1000', '1', { underlierClass: undefined });
    expect([amountOf([option]), failuresOf(portfolioMargin([option]).node).map(({ reason }) => reason)]).toEqual(['0', ['MISSING_DATA']]);
    expect(amountOf([option], { unstatedIndex: 'non_high_cap_index' })).toBe('15000');
    expect(amountOf([option], { unstatedIndex: 'high_cap_index' })).toBe('10000');
    expect(amountOf([{ ...option, underlierType: 'narrow_index' }])).toBe('15000');
  });
  it('positions on one underlier that contradict each other', () => {
    const other = stockOption('d', 'short', 'call', '100', '1', { underlierPrice: '101' });
    const { node } = portfolioMargin([good, other]);
    expect(failuresOf(node)).toMatchObject([{ reason: 'INVALID', positionIds: ['d', 'good'] }]);
  });
  it('minimum charges are in dollars: without a rate they are not counted, and said so; with one they are converted', () => {
    const worthless = { ...stockOption('w', 'short', 'call', '130', '10'), currency: 'EUR' };
    const inEuro = (rates: FxRates | null) =>
      THEORETICAL_PRICING_METHOD.compute(nettingSet(worthless), {}, methodContext({ rates }, { currency: 'EUR' })).node;
    expect([inEuro(null).amount.toString(), failuresOf(inEuro(null)).map(({ reason }) => reason)]).toEqual(['0', ['NO_RATE']]);
    const rates = { base: 'EUR', rates: new Map([['USD', new Decimal('0.8')]]) };
    expect([inEuro(rates).amount.toString(), failuresOf(inEuro(rates))]).toEqual(['200', []]);
  });
  it('products without a range', () => {
    const swap = position('w', 'interest_rate_swap', { notional: '1', underlier: 'SOFR' });
    expect(failuresOf(portfolioMargin([good, swap]).node)).toMatchObject([{ reason: 'NO_RULE', positionIds: ['w'] }]);
  });
});

describe('the market-maker table and the view', () => {
  it('(b)(1)(iv)(B): +6 / −8 % for high-capitalization indexes', () => {
    expect(amountOf([indexOption('c', 'short', 'call', '500', '1')], MARKET_MAKER)).toBe('6000');
    expect(amountOf([indexOption('c', 'long', 'call', '500', '1')], MARKET_MAKER)).toBe('8000');
  });
  it('turns long and short for the other party', () => {
    expect(amountOf([indexOption('c', 'short', 'call', '500', '1')], { ...MARKET_MAKER, view: 'counterparty' })).toBe('8000');
  });
});
