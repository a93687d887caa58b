import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { ExternalRequirement } from '@/lib/margin/evidence/external-requirement';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { SECURITIES_HAIRCUT_METHOD } from '@/lib/margin/methods/securities-haircut/securities-haircut-method';
import { THEORETICAL_PRICING_METHOD } from '@/lib/margin/methods/theoretical-pricing/theoretical-pricing-method';
import type { Position, Product } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { basketStock, indexOption, stock, stockOption } from '@/tests/support/portfolio-margin';
import { cds, equitySwap, nettingSet, type PositionFacts, position } from '@/tests/support/positions';
import { optionAccount } from '@/tests/support/random-options';

type Settings = Readonly<Record<string, string>>;
const compute = (positions: readonly Position[], parameters: Settings = {}, context = methodContext()) =>
  SECURITIES_HAIRCUT_METHOD.compute(nettingSet(...positions), parameters, context);
const total = (positions: readonly Position[], parameters: Settings = {}) => compute(positions, parameters).node.amount.toString();
const security = (id: string, product: Product, direction: 'long' | 'short', value: string, facts: PositionFacts = {}) =>
  position(id, product, { direction, marketValue: direction === 'long' ? value : `-${value}`, ...facts });

// The portfolio stands on 2026-06-30.
describe('(B)(1): short-term municipal notes, by days', () => {
  it.each([
    ['29 days', '2026-07-29', '0'],
    ['30 days', '2026-07-30', '12.5'],
    ['91 days', '2026-09-29', '25'],
    ['181 days', '2026-12-28', '37.5'],
    ['271 days', '2027-03-28', '50'],
    ['366 days', '2027-07-01', '75'],
    ['456 days', '2027-09-29', '100'],
    ['731 days', '2028-06-30', '100'],
    ['more than 731 days: (B)(2), 2 to 3 1/2 years', '2028-07-01', '300'],
  ])('%s', (_name, maturity, expected) => {
    expect(total([security('n', 'municipal_note', 'long', '10000', { maturity })])).toBe(expected);
  });
  it('the greater of long and short, each band by itself and apart from those of (B)(2)', () => {
    const facts = { maturity: '2026-09-29' };
    const notes = [security('a', 'municipal_note', 'long', '10000', facts), security('b', 'municipal_note', 'short', '4000', facts)];
    expect(total(notes)).toBe('25');
    expect(total([...notes, security('c', 'municipal_bond', 'long', '10000', facts)])).toBe('125');
  });
});

describe('(D): funds', () => {
  it.each([
    ['(1) money market funds 2 %', 'money_market_fund', {}, '20'],
    ['(2) governments, municipals and paper 7 %', 'fund', { fundAssets: 'government' }, '70'],
    ['(3) corporate debt too 9 %', 'fund', { fundAssets: 'debt' }, '90'],
    ['of other assets 15 %, (J)', 'fund', { fundAssets: 'other' }, '150'],
  ] as const)('%s', (_name, product, facts, expected) => {
    expect(total([security('f', product, 'long', '1000', facts)])).toBe(expected);
  });
  it('the greater of long and short; a fund that does not say what it holds has no amount', () => {
    expect(total([security('f', 'money_market_fund', 'long', '1000'), security('g', 'money_market_fund', 'short', '400')])).toBe('20');
    const mixed = [
      security('f', 'money_market_fund', 'long', '1000'),
      security('g', 'fund', 'short', '1000', { fundAssets: 'government' }),
      security('h', 'fund', 'long', '1000', { fundAssets: 'debt' }),
    ];
    expect(total(mixed)).toBe('180');
    expect(compute([security('f', 'fund', 'long', '1000')]).node.failures[0]).toMatchObject({ reason: 'MISSING_DATA', positionIds: ['f'] });
  });
});

describe("(E): commercial paper, bankers' acceptances, certificates of deposit", () => {
  it.each([
    ['(1) under 30 days', 'commercial_paper', '2026-07-29', '0'],
    ['(2) 30 days', 'commercial_paper', '2026-07-30', '12.5'],
    ['(3) 91 days', 'commercial_paper', '2026-09-29', '25'],
    ['(4) 181 days', 'commercial_paper', '2026-12-28', '37.5'],
    ['(5) 271 days', 'certificate_of_deposit', '2027-03-28', '50'],
    ['(6) a certificate of one year: 1 1/2 % as (A)', 'certificate_of_deposit', '2027-06-30', '150'],
    ['paper of one year as other debt, (F)(1)(ii)', 'commercial_paper', '2027-06-30', '300'],
  ] as const)('%s', (_name, product, maturity, expected) => {
    expect(total([security('p', product, 'long', '10000', { maturity })])).toBe(expected);
  });
  it('(6) takes the greater side, not the net position', () => {
    const facts = { maturity: '2027-06-30' };
    expect(
      total([
        security('a', 'certificate_of_deposit', 'long', '10000', facts),
        security('b', 'certificate_of_deposit', 'short', '6000', facts),
      ]),
    ).toBe('150');
  });
});

describe('more than minimal credit risk, in default or flat: (J) in place of (B), (E), (F), (H)', () => {
  it.each(['municipal_bond', 'commercial_paper', 'corporate_bond', 'preferred_stock'] as const)('%s', (product) => {
    expect(total([security('x', product, 'long', '1000', { maturity: '2027-01-31', creditRisk: 'more' })])).toBe('150');
  });
  it('(G): a convertible below its principal is (F) only with minimal credit risk', () => {
    const facts = { maturity: '2027-01-31', notional: '2000' };
    expect(total([security('x', 'convertible_bond', 'long', '1000', facts)])).toBe('20');
    expect(total([security('x', 'convertible_bond', 'long', '1000', { ...facts, creditRisk: 'more' })])).toBe('150');
  });
});

describe('(K) and (vii): markets', () => {
  const sides = (market: PositionFacts['market'], product: Product = 'equity') => [
    security('a', product, 'long', '1000', { market, notional: '900', maturity: '2030-01-31' }),
    security('b', product, 'short', '400', { market, notional: '300', maturity: '2030-01-31' }),
  ];
  it('(K)(i): three or more market makers as (J): 15 % of 1,000 and of 400 − 250', () => {
    expect(total(sides('three_makers'))).toBe('172.5');
  });
  it('(K)(ii): one or two market makers, 40 % on both sides', () => {
    expect(total(sides('one_or_two_makers'))).toBe('560');
    expect(total(sides('one_or_two_makers', 'convertible_bond'))).toBe('560');
  });
  it('(K) does not reach nonconvertible debt and preferred stock', () => {
    expect(total(sides('one_or_two_makers', 'corporate_bond'))).toBe('60');
    expect(total(sides('one_or_two_makers', 'preferred_stock'))).toBe('100');
  });
  it('(vii): no ready market, all of the carrying value', () => {
    expect(total(sides('no_ready_market'))).toBe('1400');
    expect(total(sides('no_ready_market', 'corporate_bond'))).toBe('1400');
  });
});

describe('(J)(1)-(2): no deduction', () => {
  it('(2): called for redemption and redeemable within 90 days', () => {
    const called = (redemptionDate: string) => [security('a', 'equity', 'long', '1000', { redemptionDate })];
    expect([total(called('2026-09-28')), total(called('2026-09-29')), total(called('2026-06-29'))]).toEqual(['0', '150', '150']);
  });
  it('(1): exchangeable within 90 days for what is short in the account, as far as it is short', () => {
    const share = (quantity: string) => security('s', 'equity', 'short', '1000', { underlier: 'XYZ', quantity });
    const bond = security('b', 'convertible_bond', 'long', '1200', {
      notional: '1000',
      quantity: '10',
      exchangeableInto: 'XYZ',
      exchangeRatio: '5',
    });
    // All of 50 shares short: 15 % of the 1,000 short. 25 short: half of the bond stays: max(600, 1,000) and the excess of 600 over 250.
    expect([total([bond, share('50')]), total([bond, share('25')])]).toEqual(['150', '202.5']);
    expect(
      compute([bond, share('50')])
        .contributions.get('b')
        ?.toString(),
    ).toBe('0');
    // Without the short, 15 % of 1,200.
    expect(total([bond])).toBe('180');
  });
});

describe('(M)(1): undue concentration', () => {
  const facts = { underlier: 'XYZ', maturity: '2030-01-31' };
  it.each([
    ['15 % more of what is above 10 % of net capital for (J): 1,000 − 400', 'equity', '240'],
    ['half of 6 % for (F): 600 × 3 %', 'corporate_bond', '78'],
    ['half of 10 % for (H)', 'preferred_stock', '130'],
    ['nothing more on exempted securities', 'treasury', '30'],
    ['nothing more on exempted securities', 'municipal_bond', '40'],
  ] as const)('%s: %s', (_name, product, expected) => {
    expect(total([security('a', product, 'long', '1000', facts)], { netCapital: '4000' })).toBe(expected);
  });
  it('is measured on the greater side of one class, and shared among its positions', () => {
    const positions = [
      security('a', 'equity', 'long', '700', facts),
      security('b', 'equity', 'long', '300', facts),
      security('c', 'equity', 'long', '350', { underlier: 'ABC' }),
    ];
    const { node, contributions } = compute(positions, { netCapital: '4000' });
    // 15 % of 1,350 and of 600.
    expect([node.amount.toString(), contributions.get('a')?.toString(), contributions.get('b')?.toString()]).toEqual([
      '292.5',
      '168',
      '72',
    ]);
  });
  it('counts the whole position, hedged or not, but for what (J)(1)-(2) exempt', () => {
    const hedged = [
      security('a', 'corporate_bond', 'long', '1000', facts),
      security('g', 'treasury', 'short', '1000', { maturity: '2030-01-31' }),
    ];
    // 1.5 % of 1,000 hedged, and 3 % of 600.
    expect(total(hedged, { netCapital: '4000', corporateHedges: 'elect' })).toBe('33');
    expect(total([security('a', 'equity', 'long', '1000', { ...facts, redemptionDate: '2026-08-01' })], { netCapital: '4000' })).toBe('0');
  });
  it('is not applied without net capital, and the result says so', () => {
    const { node } = compute([security('a', 'equity', 'long', '1000', facts)]);
    expect([node.amount.toString(), node.assumptions.join(' ')]).toEqual(['150', expect.stringContaining('(M)(1)')]);
  });
});

describe('(O): cleared security-based swaps', () => {
  const cleared = cds('c', 'short', '10000', '2031-03-20', '150', { clearedBy: 'CCP', account: 'A', nettingAgreement: null });
  const given: ExternalRequirement = {
    counterparty: 'Alder',
    nettingAgreement: null,
    account: 'A',
    clearedBy: 'CCP',
    regime: 'commingled-cds',
    amount: new Decimal('432.10'),
    currency: 'USD',
    source: 'statement',
    line: 2,
  };
  it('the margin of the clearing agency, from the amounts given', () => {
    const { node, contributions } = compute([cleared], {}, methodContext({ external: [given] }));
    expect([node.amount.toString(), contributions.get('c')?.toString()]).toEqual(['432.1', '432.1']);
  });
  it('has no amount where none was given', () => {
    expect(failuresOf(compute([cleared]).node)).toMatchObject([{ reason: 'MISSING_DATA', positionIds: ['c'] }]);
  });
  it('or, on equities, Appendix A: 15 % of the notional, against options on the same security', () => {
    const swap = equitySwap('w', 'long', '100000', { clearedBy: 'CCP' });
    const put = stockOption('p', 'long', 'put', '95', '10');
    expect(total([swap, put], { clearedSwaps: 'appendix-a' })).toBe('5000');
  });
});

describe('options: Appendix A, 17 CFR 240.15c3-1a(b)(1)', () => {
  it('computes options with the stock that they are on, and leaves other stock to (J)', () => {
    const positions = [
      stock('s', 'long', '100000'),
      stockOption('p', 'long', 'put', '95', '10'),
      stock('o', 'long', '1000', { underlier: 'ABC' }),
    ];
    // 5 a share lost above the put, and 15 % of 1,000.
    const { node, contributions } = compute(positions);
    expect([node.amount.toString(), contributions.get('s')?.toString(), contributions.get('p')?.toString()]).toEqual([
      '5150',
      '15000',
      '-10000',
    ]);
  });
  it('takes baskets and futures of the same index with index options', () => {
    const future = position('f', 'equity_index_future', {
      direction: 'long',
      underlier: 'BIG',
      notional: '100000',
      quantity: '2',
      multiplier: '50',
    });
    const call = indexOption('c', 'short', 'call', '500', '1');
    // The minimum: 2 × 50 × 25 % and 100 × 25 %.
    expect(total([call, future])).toBe('50');
    expect(total([call, basketStock('x', 'long', '100000')])).toBe('5500');
    expect(compute([future]).node.failures[0]).toMatchObject({ reason: 'NOT_APPLICABLE', positionIds: ['f'] });
  });
  it('(P)(2): swaps on equities by percentage, or with the options where the run says so', () => {
    const positions = [equitySwap('w', 'long', '100000'), stockOption('p', 'long', 'put', '95', '10')];
    // 15,000 on the swap and the minimum of a worthless put; or 5 a share.
    expect([total(positions), total(positions, { equitySwaps: 'appendix-a' })]).toEqual(['15000', '5000']);
  });
  it('passes the settings of Appendix A on', () => {
    expect(total([indexOption('c', 'short', 'call', '500', '1')], { table: 'market-maker' })).toBe('6000');
  });
  it('leaves an option without a fact out by name, and computes the rest', () => {
    const { node } = compute([stock('s', 'long', '100000'), stockOption('p', 'long', 'put', '95', '10', { impliedVol: null })]);
    expect([node.amount.toString(), failuresOf(node).map(({ positionIds }) => positionIds)]).toEqual(['15000', [['p']]]);
  });
  it('asks of options and what goes with them what theoretical pricing asks, exactly shared', () => {
    fc.assert(
      fc.property(optionAccount, (account) => {
        const withOptions = new Set(account.filter(({ product }) => product !== 'equity').map(({ underlier }) => underlier));
        const priced = account.filter(({ underlier, stockBasket }) => withOptions.has(stockBasket ?? underlier));
        const { node, contributions } = compute(account, { steps: '25' });
        const part = node.children.find(({ path }) => path.endsWith('/appendix-a'));
        const alone = THEORETICAL_PRICING_METHOD.compute(nettingSet(...priced), { steps: '25' }, methodContext());
        expect((part?.amount ?? new Decimal(0)).eq(alone.node.amount)).toBe(true);
        expect(sumDecimals(contributions.values()).eq(node.amount)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
