import { SIMM_CREDIT_TENORS, SIMM_TENORS, type SimmRiskClass } from '../../parameters/simm-pack';
import { type CrifRow, SIMM_PRODUCT_CLASSES } from '../../portfolio/crif-row';

export type SimmProductClass = (typeof SIMM_PRODUCT_CLASSES)[number];
export type SimmSensitivity = 'delta' | 'vega' | 'base-correlation';
/** In interest rates a factor is a point of a curve, the inflation rate or the basis to other currencies. */
export type RateFactorKind = 'curve' | 'inflation' | 'basis';

/** What a sensitivity is to: the columns that count for its risk type, and no others. */
export interface RiskFactor {
  readonly productClass: SimmProductClass;
  readonly riskClass: SimmRiskClass;
  readonly sensitivity: SimmSensitivity;
  readonly kind: RateFactorKind | null;
  /** As in the file for credit, equity and commodity; empty where currency decides. */
  readonly bucket: string;
  /** Currency, issuer, index or commodity; an FX pair stands in alphabetical order. */
  readonly qualifier: string;
  readonly tenor: string;
  /** Sub-curve, payment currency or group. */
  readonly label2: string;
  readonly key: string;
}

/** A factor, or why the row names none; `note` is an oddity that was understood. */
export type FactorReading = { readonly factor: RiskFactor; readonly note: string | null } | { readonly problem: string };

type RiskType = readonly [SimmRiskClass, SimmSensitivity, RateFactorKind | null];
const RISK_TYPES: Readonly<Record<string, RiskType>> = {
  Risk_IRCurve: ['InterestRate', 'delta', 'curve'],
  Risk_Inflation: ['InterestRate', 'delta', 'inflation'],
  Risk_XCcyBasis: ['InterestRate', 'delta', 'basis'],
  Risk_IRVol: ['InterestRate', 'vega', 'curve'],
  Risk_InflationVol: ['InterestRate', 'vega', 'inflation'],
  Risk_CreditQ: ['CreditQualifying', 'delta', null],
  Risk_CreditVol: ['CreditQualifying', 'vega', null],
  Risk_BaseCorr: ['CreditQualifying', 'base-correlation', null],
  Risk_CreditNonQ: ['CreditNonQualifying', 'delta', null],
  Risk_CreditVolNonQ: ['CreditNonQualifying', 'vega', null],
  Risk_Equity: ['Equity', 'delta', null],
  Risk_EquityVol: ['Equity', 'vega', null],
  Risk_Commodity: ['Commodity', 'delta', null],
  Risk_CommodityVol: ['Commodity', 'vega', null],
  Risk_FX: ['FX', 'delta', null],
  Risk_FXVol: ['FX', 'vega', null],
};
const SUB_CURVES = new Map(
  ['OIS', 'Libor1m', 'Libor3m', 'Libor6m', 'Libor12m', 'Prime', 'Municipal'].map((name) => [name.toLowerCase(), name]),
);

type FactorCells = Pick<CrifRow, 'productClass' | 'riskType' | 'qualifier' | 'bucket' | 'label1' | 'label2'>;

/** The risk factor of a row of SIMM. Labels that its risk type does not use are passed over. */
export function readRiskFactor(row: FactorCells): FactorReading {
  const type = RISK_TYPES[row.riskType];
  if (type === undefined) return { problem: `${row.riskType} is no sensitivity.` };
  const productClass = SIMM_PRODUCT_CLASSES.find((name) => name === row.productClass);
  if (productClass === undefined)
    return { problem: `A sensitivity needs a ProductClass, one of ${SIMM_PRODUCT_CLASSES.join(', ')}; the row has "${row.productClass}".` };
  const [riskClass, sensitivity, kind] = type;
  const named = readQualifier(row, riskClass, sensitivity);
  if ('problem' in named) return named;
  const tenor = readTenor(row, riskClass, sensitivity, kind);
  if (tenor === null)
    return {
      problem: `${row.riskType} needs Label1, a tenor such as ${tenorsOf(riskClass).slice(0, 3).join(', ')}; the row has "${row.label1}".`,
    };
  const label2 = readLabel2(row, riskClass, sensitivity, kind);
  if (label2 === null)
    return { problem: `${row.riskType} needs Label2, one of ${[...SUB_CURVES.values()].join(', ')}; the row has "${row.label2}".` };
  const { bucket, note } = readBucket(row, riskClass, sensitivity, named.note);
  const { qualifier } = named;
  const key = [productClass, riskClass, sensitivity, bucket, qualifier, kind ?? '', tenor, label2].join('\u0001');
  return { factor: { productClass, riskClass, sensitivity, kind, bucket, qualifier, tenor, label2, key }, note };
}

type Named = { readonly qualifier: string; readonly note: string | null } | { readonly problem: string };

function readQualifier({ qualifier, riskType }: FactorCells, riskClass: SimmRiskClass, sensitivity: SimmSensitivity): Named {
  if (qualifier === '') return { problem: `${riskType} needs a Qualifier.` };
  if (riskClass !== 'InterestRate' && riskClass !== 'FX') return { qualifier, note: null };
  const codes = qualifier.toUpperCase();
  const pair = riskClass === 'FX' && sensitivity === 'vega';
  if (!(pair ? /^[A-Z]{6}$/ : /^[A-Z]{3}$/).test(codes))
    return {
      problem: `The Qualifier of ${riskType} is ${pair ? 'two currencies, six letters' : 'a currency, three letters'}; the row has "${qualifier}".`,
    };
  const plain = pair ? [onshore(codes.slice(0, 3)), onshore(codes.slice(3))].sort().join('') : onshore(codes);
  return { qualifier: plain, note: codes.includes('CNH') ? 'CNH counts as CNY.' : null };
}

function onshore(currency: string): string {
  return currency === 'CNH' ? 'CNY' : currency;
}

function tenorsOf(riskClass: SimmRiskClass): readonly string[] {
  return riskClass === 'CreditQualifying' || riskClass === 'CreditNonQualifying' ? SIMM_CREDIT_TENORS : SIMM_TENORS;
}

function readTenor(
  { label1 }: FactorCells,
  riskClass: SimmRiskClass,
  sensitivity: SimmSensitivity,
  kind: RateFactorKind | null,
): string | null {
  const credit = riskClass === 'CreditQualifying' || riskClass === 'CreditNonQualifying';
  const needed = sensitivity === 'vega' || (sensitivity === 'delta' && (credit || kind === 'curve'));
  if (!needed) return '';
  const tenor = label1.toLowerCase();
  return tenorsOf(riskClass).includes(tenor) ? tenor : null;
}

function readLabel2(
  { label2 }: FactorCells,
  riskClass: SimmRiskClass,
  sensitivity: SimmSensitivity,
  kind: RateFactorKind | null,
): string | null {
  if (riskClass === 'InterestRate')
    return kind === 'curve' && sensitivity === 'delta' ? (SUB_CURVES.get(label2.toLowerCase()) ?? null) : '';
  const credit = riskClass === 'CreditQualifying' || riskClass === 'CreditNonQualifying';
  return credit && sensitivity !== 'base-correlation' ? label2 : '';
}

function readBucket(
  { bucket }: FactorCells,
  riskClass: SimmRiskClass,
  sensitivity: SimmSensitivity,
  note: string | null,
): { bucket: string; note: string | null } {
  if (riskClass === 'InterestRate' || riskClass === 'FX' || sensitivity === 'base-correlation') return { bucket: '', note };
  const plain = /^0*\d+$/.test(bucket) ? String(bucket).replace(/^0+(?=\d)/, '') : bucket;
  if (plain.toLowerCase() === 'residual') return { bucket: 'Residual', note };
  if (plain === '' && riskClass !== 'Commodity')
    return { bucket: 'Residual', note: 'A row without a bucket counts in the residual bucket.' };
  return { bucket: plain, note };
}
