import { Decimal } from '@/lib/core/decimal';
import type { Classification, Regime } from '@/lib/margin/classification/regime';
import type { NettingSet, ResolvedPosition } from '@/lib/margin/methods/method';
import type { Portfolio, Position, Product } from '@/lib/margin/portfolio/position';

export const AS_OF = '2026-06-30';

const DECIMALS = [
  'quantity',
  'multiplier',
  'notional',
  'fxRate',
  'price',
  'marketValue',
  'strike',
  'impliedVol',
  'spreadBp',
  'duration',
  'underlierPrice',
  'dividendYield',
  'interestRate',
  'exchangeRatio',
] as const;
type DecimalField = (typeof DECIMALS)[number];
export type PositionFacts = Partial<Omit<Position, DecimalField> & Record<DecimalField, Decimal | string | number | null>>;

const BARE: Position = {
  positionId: 'P1',
  account: null,
  counterparty: 'Alder',
  nettingAgreement: 'Alder-ISDA',
  product: 'interest_rate_swap',
  jurisdiction: null,
  clearedBy: null,
  underlier: null,
  underlierType: null,
  direction: 'long',
  quantity: null,
  multiplier: null,
  notional: null,
  currency: 'USD',
  fxRate: null,
  price: null,
  marketValue: null,
  strike: null,
  optionType: null,
  exerciseStyle: null,
  maturity: null,
  spreadBp: null,
  impliedVol: null,
  duration: null,
  sector: null,
  referenceEntity: null,
  creditEvents: null,
  deliverableBasket: null,
  line: 2,
};

/** A position from its id, product and the facts that matter to the case; amounts as decimal strings. */
export function position(positionId: string, product: Product, facts: PositionFacts = {}): Position {
  const decimals = Object.fromEntries(
    DECIMALS.flatMap((field) => {
      const value = facts[field];
      return value === undefined || value === null ? [] : [[field, new Decimal(value)]];
    }),
  );
  return { ...BARE, ...(facts as Partial<Position>), ...decimals, positionId, product };
}

/** A single-name credit default swap on Acme with standard terms. */
export function cds(
  positionId: string,
  direction: 'long' | 'short',
  notional: string,
  maturity: string,
  spreadBp: string,
  facts: PositionFacts = {},
): Position {
  return position(positionId, 'cds_single_name', {
    direction,
    notional,
    maturity,
    spreadBp,
    referenceEntity: 'Acme',
    creditEvents: 'XR14',
    deliverableBasket: 'senior',
    underlierType: 'single_name',
    ...facts,
  });
}

/** An equity swap of a notional. */
export function equitySwap(positionId: string, direction: 'long' | 'short', notional: string, facts: PositionFacts = {}): Position {
  return position(positionId, 'equity_swap', {
    direction,
    notional,
    underlierType: 'single_name',
    underlier: 'XYZ',
    maturity: '2027-06-30',
    ...facts,
  });
}

/** The positions as a method sees them: same currency, dealer's side. */
export function resolved(positions: readonly Position[]): ResolvedPosition[] {
  return positions.map((item) => ({ position: item, direction: item.direction, notional: item.notional, marketValue: item.marketValue }));
}

/** One netting set under an agreement. */
export function nettingSet(...positions: Position[]): NettingSet {
  return { path: 'total/set', label: 'set', underAgreement: true, positions: resolved(positions) };
}

export function portfolio(positions: readonly Position[], facts: Partial<Portfolio> = {}): Portfolio {
  return { name: 'Test portfolio', asOf: AS_OF, calculationCurrency: 'USD', contentHash: 'test', positions, ...facts };
}

const REGIME_OF: Partial<Record<Product, Regime>> = {
  cds_single_name: 'sec-non-cleared-sbs',
  equity_swap: 'sec-non-cleared-sbs',
  equity: 'sec-securities-account',
  preferred_stock: 'sec-securities-account',
  convertible_bond: 'sec-securities-account',
  corporate_bond: 'sec-securities-account',
  municipal_bond: 'sec-securities-account',
  treasury: 'sec-securities-account',
  agency_security: 'sec-securities-account',
  equity_option: 'sec-securities-account',
  treasury_future: 'futures',
  equity_index_future: 'futures',
  security_future: 'joint-security-futures',
  mixed_swap: 'mixed-swaps',
  digital_asset_derivative: 'undetermined',
};

/** The regime that the plain case of each product has; `regime` overrides it for all. */
export function classified(positions: readonly Position[], regime?: Regime): Classification[] {
  return positions.map(({ positionId, product }) => ({
    positionId,
    regime: regime ?? REGIME_OF[product] ?? 'cftc-uncleared-swaps',
    agency: 'none',
    test: 'test',
    reason: 'test',
    citation: null,
  }));
}
