import type { Product } from '../../portfolio/position';

/** Cash securities that 17 CFR 240.15c3-1(c)(2)(vi) gives a percentage for, without Appendix A. */
export const CASH_SECURITIES: readonly Product[] = [
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
];

/** Swaps that can be security-based; which are is the classification's decision, not this list's. */
export const SECURITY_BASED_SWAPS: readonly Product[] = ['cds_single_name', 'cds_index', 'equity_swap', 'equity_index_swap', 'other_swap'];

/** Swaps of every kind. */
export const SWAPS: readonly Product[] = [
  ...SECURITY_BASED_SWAPS,
  'interest_rate_swap',
  'cross_currency_swap',
  'inflation_swap',
  'swaption',
  'fx_forward',
  'fx_swap',
  'fx_option',
  'commodity_swap',
  'digital_asset_derivative',
];

/** Options held in a securities account. */
export const LISTED_OPTIONS: readonly Product[] = ['equity_option', 'index_option'];

/** What a clearing agency for government securities clears. */
export const CLEARED_GOVERNMENTS: readonly Product[] = ['treasury', 'agency_security', 'repo'];

/** Futures whose prices move with Treasuries. */
export const RATE_FUTURES: readonly Product[] = ['treasury_future', 'interest_rate_future'];
