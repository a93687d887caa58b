import type { Product } from './position';
import type { PositionColumnName } from './position-columns';

/** What a product's row must hold, beyond the columns that every row has. Of each inner list one is enough. */
export interface RequiredFields {
  readonly needed: readonly (readonly PositionColumnName[])[];
  /** Fields without which some method cannot compute the position: their absence is a warning. */
  readonly advised: readonly PositionColumnName[];
}

const SWAP: RequiredFields = { needed: [['notional'], ['maturity']], advised: [] };
const FUTURE: RequiredFields = { needed: [['underlier'], ['notional', 'quantity'], ['maturity']], advised: ['market_value'] };
const OPTION: RequiredFields = {
  needed: [['underlier'], ['quantity'], ['multiplier'], ['strike'], ['option_type'], ['maturity']],
  advised: ['market_value'],
};
const DEBT: RequiredFields = { needed: [['market_value'], ['maturity']], advised: [] };
const STOCK: RequiredFields = { needed: [['underlier'], ['market_value']], advised: [] };
const EQUITY_SWAP: RequiredFields = { needed: [['notional'], ['underlier']], advised: ['market_value', 'maturity'] };

/** The fields that each product needs. */
export const REQUIRED_FIELDS: Readonly<Record<Product, RequiredFields>> = {
  cds_single_name: { needed: [['notional'], ['maturity'], ['spread_bp'], ['reference_entity']], advised: ['market_value'] },
  cds_index: { needed: [['notional'], ['maturity'], ['underlier']], advised: ['spread_bp', 'market_value'] },
  equity_swap: EQUITY_SWAP,
  equity_index_swap: EQUITY_SWAP,
  interest_rate_swap: SWAP,
  cross_currency_swap: SWAP,
  inflation_swap: SWAP,
  swaption: SWAP,
  fx_forward: { needed: [['notional']], advised: ['maturity'] },
  fx_swap: { needed: [['notional']], advised: ['maturity'] },
  fx_option: { needed: [['notional']], advised: ['maturity'] },
  commodity_swap: { needed: [['notional']], advised: ['maturity'] },
  mixed_swap: { needed: [['notional']], advised: ['maturity'] },
  other_swap: { needed: [['notional']], advised: ['maturity'] },
  security_future: FUTURE,
  equity_option: OPTION,
  index_option: OPTION,
  equity: STOCK,
  preferred_stock: STOCK,
  convertible_bond: DEBT,
  corporate_bond: DEBT,
  municipal_bond: DEBT,
  treasury: DEBT,
  agency_security: DEBT,
  municipal_note: DEBT,
  canadian_government: DEBT,
  money_market_fund: { needed: [['market_value']], advised: [] },
  fund: { needed: [['market_value']], advised: ['fund_assets'] },
  commercial_paper: DEBT,
  certificate_of_deposit: DEBT,
  repo: { needed: [['notional', 'market_value'], ['maturity']], advised: [] },
  treasury_future: FUTURE,
  equity_index_future: FUTURE,
  interest_rate_future: FUTURE,
  other_future: FUTURE,
  future_option: OPTION,
  digital_asset_derivative: { needed: [['notional', 'quantity'], ['underlier']], advised: [] },
};
