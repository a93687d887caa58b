import type { Position } from './position';
import { POSITION_COLUMNS, type PositionColumnName } from './position-columns';

type CellValue = string | { toString(): string } | null | undefined;

const FIELDS: Readonly<Record<PositionColumnName, (position: Position) => CellValue>> = {
  position_id: (position) => position.positionId,
  account: (position) => position.account,
  counterparty: (position) => position.counterparty,
  netting_agreement: (position) => position.nettingAgreement,
  product: (position) => position.product,
  jurisdiction: (position) => position.jurisdiction,
  cleared_by: (position) => position.clearedBy,
  underlier: (position) => position.underlier,
  underlier_type: (position) => position.underlierType,
  direction: (position) => position.direction,
  quantity: (position) => position.quantity,
  multiplier: (position) => position.multiplier,
  notional: (position) => position.notional,
  currency: (position) => position.currency,
  fx_rate: (position) => position.fxRate,
  price: (position) => position.price,
  market_value: (position) => position.marketValue,
  strike: (position) => position.strike,
  option_type: (position) => position.optionType,
  exercise_style: (position) => position.exerciseStyle,
  maturity: (position) => position.maturity,
  spread_bp: (position) => position.spreadBp,
  implied_vol: (position) => position.impliedVol,
  duration: (position) => position.duration,
  sector: (position) => position.sector,
  reference_entity: (position) => position.referenceEntity,
  credit_events: (position) => position.creditEvents,
  deliverable_basket: (position) => position.deliverableBasket,
  underlier_class: (position) => position.underlierClass,
  product_group: (position) => position.productGroup,
  market_group: (position) => position.marketGroup,
  stock_basket: (position) => position.stockBasket,
  underlier_price: (position) => position.underlierPrice,
  dividend_yield: (position) => position.dividendYield,
  interest_rate: (position) => position.interestRate,
  market: (position) => position.market,
  credit_risk: (position) => position.creditRisk,
  fund_assets: (position) => position.fundAssets,
  deliverable_maturity: (position) => position.deliverableMaturity,
  exchangeable_into: (position) => position.exchangeableInto,
  exchange_ratio: (position) => position.exchangeRatio,
  redemption_date: (position) => position.redemptionDate,
};

/** A position's facts as texts in the order of POSITION_COLUMNS, null where absent; the line in the source file is no fact of the position. */
export function positionCells(position: Position): (string | null)[] {
  return POSITION_COLUMNS.map(({ name }) => {
    const value = FIELDS[name](position);
    return value?.toString() ?? null;
  });
}
