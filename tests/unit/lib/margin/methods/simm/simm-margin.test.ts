import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import { CrifNetting } from '@/lib/margin/methods/simm/crif-netting';
import { simmMargin } from '@/lib/margin/methods/simm/simm-margin';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { simmOf } from '../../../../../support/simm-cases';
import { syntheticPack } from '../../../../../support/synthetic-simm-pack';

const PACK = syntheticPack();
const ROW: CrifRow = {
  rowId: 'r',
  tradeId: 'r',
  portfolioId: 'default',
  valuationDate: null,
  endDate: null,
  imModel: 'SIMM',
  productClass: 'RatesFX',
  riskType: 'Risk_IRCurve',
  qualifier: 'USD',
  bucket: '1',
  label1: '5y',
  label2: 'OIS',
  amount: null,
  amountCurrency: null,
  amountUsd: '1000',
  collectRegulations: [],
  postRegulations: [],
  line: 2,
};
const row = (changes: Partial<CrifRow> = {}): CrifRow => ({ ...ROW, ...changes });
const equity = (changes: Partial<CrifRow> = {}) =>
  row({ productClass: 'Equity', riskType: 'Risk_Equity', qualifier: 'ISIN:1', bucket: '1', label1: '', label2: '', ...changes });
const totalOf = (rows: readonly CrifRow[], request: Parameters<typeof simmOf>[2] = {}) => simmOf(rows, PACK, request).total.toString();

describe('SIMM on invented figures (weights 2, correlations 0.5, thresholds 100 million, ratios 0.5)', () => {
  it('is the weight times the sensitivity for one factor', () => {
    expect(totalOf([row()])).toBe('2000');
  });

  it('nets rows of one factor exactly, whatever stands in labels that do not count', () => {
    expect(totalOf([equity({ amountUsd: '0.1', label1: '1y' }), equity({ amountUsd: '0.2', label2: 'x' })])).toBe('0.6');
  });

  it('correlates two tenors: √(2000² + 2000² + 2 × 0.5 × 2000 × 2000) = √12,000,000', () => {
    expect(totalOf([row(), row({ label1: '10y' })])).toBe(new Decimal(12_000_000).sqrt().toString());
  });

  it('concentrates: 400 million over a threshold of 100 million doubles the margin, and at one day it does not', () => {
    expect(totalOf([equity({ amountUsd: '400000000' })])).toBe('1600000000');
    expect(totalOf([equity({ amountUsd: '400000000' })], { horizon: '1d' })).toBe('800000000');
  });

  it('adds the residual bucket', () => {
    expect(totalOf([equity(), equity({ qualifier: 'ISIN:2', bucket: 'Residual' })])).toBe('4000');
  });

  it('keeps the calculation currency out of FX', () => {
    const fx = (qualifier: string) => row({ riskType: 'Risk_FX', qualifier, bucket: '', label1: '', label2: '' });
    expect(totalOf([fx('USD'), fx('EUR')])).toBe('2000');
    expect(totalOf([fx('USD'), fx('EUR')], { calculationCurrency: 'EUR' })).toBe('2000');
    expect(totalOf([fx('EUR')], { calculationCurrency: 'EUR' })).toBe('0');
  });

  it('reads a pair of currencies in both orders as one, and CNH as CNY', () => {
    const vol = (qualifier: string, amountUsd: string) =>
      row({ riskType: 'Risk_FXVol', qualifier, bucket: '', label1: '1y', label2: '', amountUsd });
    expect(totalOf([vol('CNHUSD', '1000'), vol('USDCNY', '-1000')])).toBe('0');
  });

  it('has no curvature in the equity bucket of volatility indexes', () => {
    const vol = (bucket: string) => equity({ riskType: 'Risk_EquityVol', label1: '1y', bucket });
    expect(simmOf([vol('11')], PACK).measures.curvature.gt(0)).toBe(true);
    expect(simmOf([vol('12')], PACK).measures.curvature.toString()).toBe('0');
  });

  it('turns into another result currency by its rate, and says where there is none', () => {
    const rates = new Map([['EUR', new Decimal('1.25')]]);
    expect(totalOf([row()], { resultCurrency: 'EUR', rates })).toBe('1600');
    const netting = new CrifNetting('collect');
    netting.add(row());
    const request = { horizon: '10d', calculationCurrency: 'USD', resultCurrency: 'EUR', regulation: 'worst', rates: new Map() } as const;
    expect(simmMargin(netting, PACK, request)).toMatchObject({ ok: false, failures: [expect.stringContaining('EUR')] });
  });

  it('turns amounts in another currency into dollars by their rate', () => {
    const inEuro = row({ amountUsd: null, amount: '800', amountCurrency: 'EUR' });
    expect(totalOf([inEuro], { rates: new Map([['EUR', new Decimal('1.25')]]) })).toBe('2000');
  });
});

describe('add-ons and multipliers of SIMM', () => {
  const parameter = (riskType: string, qualifier: string, amountUsd: string, collectRegulations: string[] = []) =>
    row({ productClass: '', riskType, qualifier, bucket: '', label1: '', label2: '', amountUsd, collectRegulations });

  it('add fixed amounts, percent of notional, and the part of the multiplier above 1', () => {
    const { total, measures } = simmOf(
      [
        row(),
        parameter('Param_AddOnFixedAmount', '', '100'),
        parameter('Notional', 'Alpha', '-300'),
        parameter('Notional', 'Alpha', '100'),
        parameter('Param_AddOnNotionalFactor', 'Alpha', '25'),
        parameter('Param_ProductClassMultiplier', 'RatesFX', '1.5'),
      ],
      PACK,
    );
    expect(measures.addOn.toString()).toBe('1200');
    expect(total.toString()).toBe('3200');
  });

  it('take the multiplier of the regulation that is computed', () => {
    const rows = [
      row({ collectRegulations: ['ESA', 'CFTC'] }),
      parameter('Param_ProductClassMultiplier', 'RatesFX', '1.5', ['ESA']),
      parameter('Param_ProductClassMultiplier', 'RatesFX', '2', ['CFTC']),
    ];
    expect(totalOf(rows, { regulation: 'ESA' })).toBe('3000');
    expect(totalOf(rows)).toBe('4000');
  });

  it.each([
    ['a multiplier below 1', [parameter('Param_ProductClassMultiplier', 'RatesFX', '0.5')], 'at least 1'],
    [
      'two factors for one product',
      [
        parameter('Notional', 'Alpha', '100'),
        parameter('Param_AddOnNotionalFactor', 'Alpha', '1'),
        parameter('Param_AddOnNotionalFactor', 'Alpha', '2'),
      ],
      'differ',
    ],
  ])('name %s and compute the rest', (_, rows, words) => {
    const { total, tree } = simmOf([row(), ...rows], PACK);
    expect(total.toString()).toBe('2000');
    expect(failuresOf(tree)[0]?.message).toContain(words);
  });
});

describe('what SIMM cannot compute', () => {
  it.each<[string, Partial<CrifRow>, string]>([
    ['an unknown bucket', { productClass: 'Equity', riskType: 'Risk_Equity', bucket: '14', label1: '' }, 'has no bucket "14"'],
    ['an unknown tenor', { label1: '7y' }, 'needs Label1'],
    ['an unknown sub-curve', { label2: 'Libor2m' }, 'needs Label2'],
    ['no product class', { productClass: '' }, 'needs a ProductClass'],
    ['a qualifier that is no currency', { qualifier: 'DOLLAR' }, 'a currency, three letters'],
    ['a currency without a rate', { amountUsd: null, amount: '5', amountCurrency: 'CHF' }, 'no rate from CHF to USD'],
  ])('%s is named with its row; the rest is computed', (_, changes, words) => {
    const { total, tree } = simmOf([row(), row({ rowId: 'bad', ...changes })], PACK);
    const failures = failuresOf(tree);
    expect(total.toString()).toBe('2000');
    expect(failures).toMatchObject([{ positionIds: ['bad'] }]);
    expect(failures[0]?.message).toContain(words);
  });
});

describe('regulations of SIMM', () => {
  const rows = [
    row({ collectRegulations: ['ESA'], amountUsd: '4000' }),
    row({ collectRegulations: ['SEC-unseg', 'ESA'], amountUsd: '2500' }),
    row({ collectRegulations: ['SEC'], amountUsd: '7000' }),
    row({ collectRegulations: ['All'], amountUsd: '100' }),
  ];

  it.each([
    ['worst', '14200'],
    ['SEC', '14200'],
    ['ESA', '13200'],
    ['SEC-unseg', '5200'],
    ['CFTC', '200'],
    ['segregated', '14200'],
    ['unsegregated', '5200'],
    ['all', '27200'],
  ])('%s is %s: whole tokens, and rows for all of them with each', (regulation, expected) => {
    expect(totalOf(rows, { regulation })).toBe(expected);
  });

  it('that name none are one calculation', () => {
    expect(totalOf([row(), row()])).toBe('4000');
  });

  it('are those of the side; on the post side sensitivities turn', () => {
    const option = row({ riskType: 'Risk_IRVol', label2: '', bucket: '', postRegulations: ['SEC'] });
    const collect = simmOf([option], PACK);
    const post = simmOf([option], PACK, { side: 'post' });
    expect(post.measures.vega.eq(collect.measures.vega)).toBe(true);
    expect(collect.measures.curvature.gt(0)).toBe(true);
    expect(post.measures.curvature.toString()).toBe('0');
  });
});

describe('properties of SIMM', () => {
  const types: readonly Partial<CrifRow>[] = [
    {},
    { riskType: 'Risk_Inflation', label1: '', label2: '' },
    { riskType: 'Risk_XCcyBasis', label1: '', label2: '', qualifier: 'EUR' },
    { riskType: 'Risk_IRVol', label2: '' },
    { productClass: 'Credit', riskType: 'Risk_CreditQ', qualifier: 'ISIN:2', bucket: '3', label2: 'USD' },
    { productClass: 'Credit', riskType: 'Risk_CreditVolNonQ', qualifier: 'X', bucket: '1', label2: 'CMBX' },
    { productClass: 'Equity', riskType: 'Risk_EquityVol', qualifier: 'ISIN:3', bucket: '5', label2: '' },
    { productClass: 'Commodity', riskType: 'Risk_Commodity', qualifier: 'Gold', bucket: '12', label1: '', label2: '' },
    { riskType: 'Risk_FX', qualifier: 'BRL', bucket: '', label1: '', label2: '' },
    { riskType: 'Risk_FXVol', qualifier: 'BRLEUR', bucket: '', label2: '' },
  ];
  const anyRow = fc
    .record({
      type: fc.constantFrom(...types),
      tenor: fc.constantFrom('1y', '5y', '10y'),
      cents: fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
    })
    .map(({ type, tenor, cents }) => row({ label1: tenor, ...type, amountUsd: new Decimal(cents).div(100).toString() }));
  const portfolio = fc.array(anyRow, { minLength: 1, maxLength: 30 });
  const flat = (node: MarginNode): string => `${node.path}=${node.amount}\n${node.children.map(flat).join('')}`;

  it('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(portfolio, (rows) => flat(simmOf(rows, PACK).tree) === flat(simmOf([...rows].reverse(), PACK).tree)),
      { numRuns: 30 },
    );
  });

  it('at one day, where nothing is concentrated, ten times the sensitivities is ten times the margin', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const tenfold = rows.map((each) => ({ ...each, amountUsd: new Decimal(each.amountUsd ?? 0).times(10).toString() }));
        const one = simmOf(rows, PACK, { horizon: '1d' }).total;
        const ten = simmOf(tenfold, PACK, { horizon: '1d' }).total;
        return ten.minus(one.times(10)).abs().lte('1e-15');
      }),
      { numRuns: 30 },
    );
  });

  it('the margin is never negative, and posting the opposite portfolio is collecting this one', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const opposite = rows.map((each) => ({ ...each, amountUsd: new Decimal(each.amountUsd ?? 0).neg().toString() }));
        const { total } = simmOf(rows, PACK);
        return !total.isNegative() && simmOf(opposite, PACK, { side: 'post' }).total.eq(total);
      }),
      { numRuns: 30 },
    );
  });

  it('every path of the tree is its own', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const paths: string[] = [];
        const visit = (node: MarginNode) => {
          paths.push(node.path);
          node.children.forEach(visit);
        };
        visit(simmOf(rows, PACK).tree);
        return new Set(paths).size === paths.length;
      }),
      { numRuns: 20 },
    );
  });
});
