import type { Decimal } from '@/lib/core/decimal';

/** Products of the positions file. Each belongs to one class of the classification table (lib/margin/classification). */
export const PRODUCTS = [
  'cds_single_name',
  'cds_index',
  'equity_swap',
  'equity_index_swap',
  'interest_rate_swap',
  'cross_currency_swap',
  'inflation_swap',
  'swaption',
  'fx_forward',
  'fx_swap',
  'fx_option',
  'commodity_swap',
  'mixed_swap',
  'other_swap',
  'security_future',
  'equity_option',
  'index_option',
  'equity',
  'preferred_stock',
  'convertible_bond',
  'corporate_bond',
  'municipal_bond',
  'treasury',
  'agency_security',
  'municipal_note',
  'canadian_government',
  'money_market_fund',
  'fund',
  'commercial_paper',
  'certificate_of_deposit',
  'repo',
  'treasury_future',
  'equity_index_future',
  'interest_rate_future',
  'other_future',
  'future_option',
  'digital_asset_derivative',
] as const;
export type Product = (typeof PRODUCTS)[number];

export const UNDERLIER_TYPES = [
  'single_name',
  'narrow_index',
  'broad_index',
  'basket',
  'loan',
  'rate',
  'currency',
  'commodity',
  'government',
  'digital_asset',
  'other',
] as const;
export type UnderlierType = (typeof UNDERLIER_TYPES)[number];

/** What an index or a currency is for the ranges of valuation points of portfolio margin. */
export const UNDERLIER_CLASSES = ['high_cap_index', 'non_high_cap_index', 'narrow_index', 'major_currency', 'other_currency'] as const;
export type UnderlierClass = (typeof UNDERLIER_CLASSES)[number];

/** How widely a security is traded: listed (an exchange, OTC margin stock, NASDAQ, redeemable fund shares), else by its independent market makers. */
export const MARKETS = ['listed', 'three_makers', 'one_or_two_makers', 'no_ready_market'] as const;
export type Market = (typeof MARKETS)[number];

/** Whether debt or preferred stock carries minimal credit risk and is neither in default or arrears nor traded flat. */
export const CREDIT_RISKS = ['minimal', 'more'] as const;
export type CreditRisk = (typeof CREDIT_RISKS)[number];

/** What a fund that is no money market fund holds: governments, municipals and money market paper; corporate debt too; anything else. */
export const FUND_ASSETS = ['government', 'debt', 'other'] as const;
export type FundAssets = (typeof FUND_ASSETS)[number];

/** Facts that only some methods ask for. Each is left out where the file has none. */
export interface FurtherFacts {
  readonly underlierClass?: UnderlierClass;
  /** Index classes of one product group offset each other; product groups of one market group too. */
  readonly productGroup?: string;
  readonly marketGroup?: string;
  /** The index whose qualified stock basket a stock belongs to. */
  readonly stockBasket?: string;
  /** Price of one unit of the underlier, in `currency`. */
  readonly underlierPrice?: Decimal;
  /** By year, continuously compounded, as ratios. */
  readonly dividendYield?: Decimal;
  readonly interestRate?: Decimal;
  readonly market?: Market;
  readonly creditRisk?: CreditRisk;
  readonly fundAssets?: FundAssets;
  /** Maturity of the government that may be delivered against a future; ISO date. */
  readonly deliverableMaturity?: string;
  /** The security that this one can be exchanged for within 90 days on payment of money alone, and how many of it for one. */
  readonly exchangeableInto?: string;
  readonly exchangeRatio?: Decimal;
  /** Day on which a security called for redemption can be redeemed; ISO date. */
  readonly redemptionDate?: string;
}

/** The firm's side: long is protection bought, the asset received, the fixed rate paid; short the reverse. */
export type Direction = 'long' | 'short';

/**
 * One row of a positions file, described but not yet resolved to a regime. Amounts are in `currency` unless said otherwise; notional is never negative
 * (the side is `direction`); market value is signed from the firm's view. Absent facts are null, never guessed.
 */
export interface Position extends FurtherFacts {
  readonly positionId: string;
  readonly account: string | null;
  readonly counterparty: string | null;
  readonly nettingAgreement: string | null;
  readonly product: Product;
  /** The firm's own determination of the regime, overriding the classification tests. */
  readonly jurisdiction: 'CFTC' | 'SEC' | 'JOINT' | null;
  /** Clearing house; null for an uncleared position. */
  readonly clearedBy: string | null;
  readonly underlier: string | null;
  readonly underlierType: UnderlierType | null;
  readonly direction: Direction;
  readonly quantity: Decimal | null;
  readonly multiplier: Decimal | null;
  readonly notional: Decimal | null;
  readonly currency: string;
  /** Units of the calculation currency for one unit of `currency`; 1 or null where they are the same. */
  readonly fxRate: Decimal | null;
  readonly price: Decimal | null;
  readonly marketValue: Decimal | null;
  readonly strike: Decimal | null;
  readonly optionType: 'call' | 'put' | null;
  readonly exerciseStyle: 'european' | 'american' | null;
  /** ISO date, yyyy-mm-dd. */
  readonly maturity: string | null;
  /** Current credit spread in basis points. */
  readonly spreadBp: Decimal | null;
  /** Volatility as a ratio: 0.25 is 25 %. */
  readonly impliedVol: Decimal | null;
  /** Duration in years; where null the time to maturity stands in for it, and the result says so. */
  readonly duration: Decimal | null;
  readonly sector: string | null;
  readonly referenceEntity: string | null;
  /** Name of the set of credit events (documentation clause); equal names mean the same events. */
  readonly creditEvents: string | null;
  /** Name of the basket of deliverable obligations; equal names mean the same basket. */
  readonly deliverableBasket: string | null;
  /** 1-based line in the source file. */
  readonly line: number;
}

/** A portfolio as methods and frameworks see it. */
export interface Portfolio {
  readonly name: string;
  /** ISO date on which the positions stand. */
  readonly asOf: string;
  readonly calculationCurrency: string;
  readonly positions: readonly Position[];
  /** SHA-256 of the canonical positions in order of position id: the order of rows does not change it. */
  readonly contentHash: string;
}
