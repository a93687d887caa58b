import { failure, type Result, success } from '@/lib/core/result';
import type { Product } from '../../portfolio/position';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';
import type { ScheduleAssetClass, ScheduleTrade } from './schedule-trade';

/** Row of the schedule for each product that can be an uncleared swap; null where the table-based method is not for the product. */
const CLASS_OF_PRODUCT: Readonly<Record<Product, ScheduleAssetClass | null>> = {
  cds_single_name: 'credit',
  cds_index: 'credit',
  equity_swap: 'equity',
  equity_index_swap: 'equity',
  interest_rate_swap: 'interest-rate',
  inflation_swap: 'interest-rate',
  swaption: 'interest-rate',
  cross_currency_swap: 'cross-currency',
  fx_forward: 'fx',
  fx_swap: 'fx',
  fx_option: 'fx',
  commodity_swap: 'commodity',
  mixed_swap: 'other',
  other_swap: 'other',
  digital_asset_derivative: 'other',
  security_future: null,
  equity_option: null,
  index_option: null,
  equity: null,
  preferred_stock: null,
  convertible_bond: null,
  corporate_bond: null,
  municipal_bond: null,
  treasury: null,
  agency_security: null,
  municipal_note: null,
  canadian_government: null,
  money_market_fund: null,
  fund: null,
  commercial_paper: null,
  certificate_of_deposit: null,
  repo: null,
  treasury_future: null,
  equity_index_future: null,
  interest_rate_future: null,
  other_future: null,
  future_option: null,
};

/** The schedule's asset class of a product, or null where the method is not for it. */
export function scheduleClassOf(product: Product): ScheduleAssetClass | null {
  return CLASS_OF_PRODUCT[product];
}

/** A position as a trade of the schedule. Its market value stands for its replacement cost, its notional for the effective notional. */
export function tradeOfPosition(resolved: ResolvedPosition, nettingSet: string): Result<ScheduleTrade, PositionFailure> {
  const { position, notional, marketValue } = resolved;
  const { positionId } = position;
  const assetClass = scheduleClassOf(position.product);
  if (assetClass === null)
    return failure({
      reason: 'NOT_APPLICABLE',
      positionId,
      message: `The table of 17 CFR 23.154(c) is for uncleared swaps; a position of product ${position.product} is none.`,
    });
  if (notional === null) return failure({ reason: 'MISSING_DATA', positionId, message: 'The notional is missing.' });
  return success({
    tradeId: positionId,
    nettingSet,
    assetClass,
    notional,
    presentValue: marketValue,
    endDate: position.maturity,
    durationYears: position.duration,
    positionIds: [positionId],
  });
}
