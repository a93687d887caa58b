import type { Product } from '@/lib/margin/portfolio/position';

/** What products are called on screen. */
export const PRODUCT_NAMES: Readonly<Record<Product, string>> = {
  cds_single_name: 'Single-name CDS',
  cds_index: 'Index CDS',
  equity_swap: 'Equity swap',
  equity_index_swap: 'Equity index swap',
  interest_rate_swap: 'Interest-rate swap',
  cross_currency_swap: 'Cross-currency swap',
  inflation_swap: 'Inflation swap',
  swaption: 'Swaption',
  fx_forward: 'FX forward',
  fx_swap: 'FX swap',
  fx_option: 'FX option',
  commodity_swap: 'Commodity swap',
  mixed_swap: 'Mixed swap',
  other_swap: 'Other swap',
  security_future: 'Security future',
  equity_option: 'Equity option',
  index_option: 'Index option',
  equity: 'Equity',
  preferred_stock: 'Preferred stock',
  convertible_bond: 'Convertible bond',
  corporate_bond: 'Corporate bond',
  municipal_bond: 'Municipal bond',
  treasury: 'Treasury',
  agency_security: 'Agency security',
  municipal_note: 'Short-term municipal note',
  canadian_government: 'Canadian government',
  money_market_fund: 'Money market fund',
  fund: 'Fund',
  commercial_paper: 'Commercial paper',
  certificate_of_deposit: 'Certificate of deposit',
  repo: 'Repo',
  treasury_future: 'Treasury future',
  equity_index_future: 'Equity index future',
  interest_rate_future: 'Interest-rate future',
  other_future: 'Other future',
  future_option: 'Option on a future',
  digital_asset_derivative: 'Digital-asset derivative',
};

/** The name of a product as stored; a word that is none stays as it is. */
export function productName(product: string): string {
  return Object.entries(PRODUCT_NAMES).find(([key]) => key === product)?.[1] ?? product;
}
