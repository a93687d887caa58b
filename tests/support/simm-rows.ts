import fc from 'fast-check';
import { Decimal } from '@/lib/core/decimal';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';

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

/** A row of a CRIF: a thousand dollars of the dollar's five-year rate unless said otherwise. */
export const crifRow = (changes: Partial<CrifRow> = {}): CrifRow => ({ ...ROW, ...changes });

/** The same of an equity name. */
export const equityRow = (changes: Partial<CrifRow> = {}): CrifRow =>
  crifRow({ productClass: 'Equity', riskType: 'Risk_Equity', qualifier: 'ISIN:1', label1: '', label2: '', ...changes });

const TYPES: readonly Partial<CrifRow>[] = [
  {},
  { label2: 'Libor3m' },
  { qualifier: 'EUR' },
  { riskType: 'Risk_Inflation', label1: '', label2: '' },
  { riskType: 'Risk_XCcyBasis', label1: '', label2: '', qualifier: 'EUR' },
  { riskType: 'Risk_IRVol', label2: '' },
  { riskType: 'Risk_InflationVol', label2: '' },
  { productClass: 'Credit', riskType: 'Risk_CreditQ', qualifier: 'ISIN:2', bucket: '3', label2: 'USD' },
  { productClass: 'Credit', riskType: 'Risk_CreditQ', qualifier: 'ISIN:4', bucket: '3', label2: 'USD' },
  { productClass: 'Credit', riskType: 'Risk_CreditQ', qualifier: 'ISIN:5', bucket: 'Residual', label2: 'USD' },
  { productClass: 'Credit', riskType: 'Risk_CreditVolNonQ', qualifier: 'X', bucket: '1', label2: 'CMBX' },
  { productClass: 'Credit', riskType: 'Risk_BaseCorr', qualifier: 'CDX IG', bucket: '', label2: '' },
  { productClass: 'Equity', riskType: 'Risk_Equity', qualifier: 'ISIN:3', bucket: '5', label1: '', label2: '' },
  { productClass: 'Equity', riskType: 'Risk_EquityVol', qualifier: 'ISIN:3', bucket: '5', label2: '' },
  { productClass: 'Equity', riskType: 'Risk_EquityVol', qualifier: 'ISIN:6', bucket: '6', label2: '' },
  { productClass: 'Commodity', riskType: 'Risk_Commodity', qualifier: 'Gold', bucket: '12', label1: '', label2: '' },
  { riskType: 'Risk_FX', qualifier: 'BRL', bucket: '', label1: '', label2: '' },
  { riskType: 'Risk_FX', qualifier: 'EUR', bucket: '', label1: '', label2: '' },
  { riskType: 'Risk_FXVol', qualifier: 'BRLEUR', bucket: '', label2: '' },
];

/** A row of any risk type, its amount to a cent; volatility risks are negative only where `anyVega`. */
export function anyCrifRow({ anyVega }: { readonly anyVega: boolean }): fc.Arbitrary<CrifRow> {
  return fc
    .record({
      type: fc.constantFrom(...TYPES),
      tenor: fc.constantFrom('1y', '5y', '10y'),
      cents: fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
      tradeId: fc.constantFrom('t1', 't2', 't3', 't4'),
    })
    .map(({ type, tenor, cents, tradeId }) => {
      const held = !anyVega && type.riskType?.includes('Vol') ? Math.abs(cents) : cents;
      return crifRow({ label1: tenor, ...type, tradeId, rowId: tradeId, amountUsd: new Decimal(held).div(100).toString() });
    });
}
