/** How a column's cells are read: see read-cell.ts. */
export type CellKind = 'text' | 'choice' | 'currency' | 'decimal' | 'date';

/** One column of the positions file; `meaning` is what docs/formats/positions.md and the import screen say. */
export interface PositionColumn {
  readonly name: string;
  readonly kind: CellKind;
  readonly required: boolean;
  readonly meaning: string;
}

/** The columns of the positions file in the order in which they are written. */
export const POSITION_COLUMNS = [
  column('position_id', 'text', 'Your identifier of the position; unique in the file.', true),
  column('account', 'text', 'Account in which the position is held.'),
  column('counterparty', 'text', 'Counterparty, or the customer for a cleared or securities account.'),
  column('netting_agreement', 'text', 'Master netting agreement; positions under one agreement net.'),
  column('product', 'choice', 'One of the products listed below.', true),
  column('jurisdiction', 'choice', 'Your own determination, CFTC, SEC or JOINT; it overrides the tests.'),
  column('cleared_by', 'text', 'Clearing house; empty for an uncleared position.'),
  column('underlier', 'text', 'Index, security, currency pair or rate.'),
  column('underlier_type', 'choice', 'What the underlier is, one of the types listed below.'),
  column('direction', 'choice', 'long (protection bought, asset received, fixed rate paid) or short.', true),
  column('quantity', 'decimal', 'Number of units or contracts, never negative.'),
  column('multiplier', 'decimal', 'Units of the underlier in one contract.'),
  column('notional', 'decimal', 'Notional amount in currency, never negative: the side is in direction.'),
  column('currency', 'currency', 'Currency of the amounts, three capital letters.', true),
  column('fx_rate', 'decimal', 'Units of the calculation currency for one unit of currency.'),
  column('price', 'decimal', 'Price of one unit.'),
  column('market_value', 'decimal', 'Market value in currency, signed from your view.'),
  column('strike', 'decimal', 'Exercise price or rate of an option.'),
  column('option_type', 'choice', 'call or put.'),
  column('exercise_style', 'choice', 'european or american.'),
  column('maturity', 'date', 'Last day of the contract or security, yyyy-mm-dd.'),
  column('spread_bp', 'decimal', 'Current credit spread in basis points.'),
  column('implied_vol', 'decimal', 'Volatility as a ratio: 0.25 is 25 %.'),
  column('duration', 'decimal', 'Duration in years; without it the time to maturity stands in.'),
  column('sector', 'text', 'Industry sector in your documented classification.'),
  column('reference_entity', 'text', 'Entity whose credit or security is referenced.'),
  column('credit_events', 'text', 'Name of the set of credit events; equal names mean the same events.'),
  column('deliverable_basket', 'text', 'Name of the basket of deliverable obligations; equal names mean the same basket.'),
  column('underlier_class', 'choice', 'What an index or currency is for portfolio margin, one of the classes listed below.'),
  column('product_group', 'text', 'Product group of an index: index classes of one group offset each other.'),
  column('market_group', 'text', 'Market group of a diversified index: its product groups offset each other.'),
  column('stock_basket', 'text', 'Index whose qualified stock basket the stock belongs to, as it stands in underlier.'),
  column('underlier_price', 'decimal', 'Price of one unit of the underlier.'),
  column('dividend_yield', 'decimal', 'Yield of the underlier by year, continuously compounded: 0.02 is 2 %.'),
  column('interest_rate', 'decimal', 'Interest rate to maturity by year, continuously compounded: 0.04 is 4 %.'),
  column('market', 'choice', 'How widely the security is traded, one of the markets listed below.'),
  column('credit_risk', 'choice', 'minimal, or more: above that, in default or arrears, or traded flat.'),
  column('fund_assets', 'choice', 'What a fund holds, one of the kinds listed below.'),
  column('deliverable_maturity', 'date', 'Maturity of the government that is deliverable against the future.'),
  column('exchangeable_into', 'text', 'Security that this one can be exchanged for within 90 days on payment of money alone.'),
  column('exchange_ratio', 'decimal', 'Units of that security for one unit of this one.'),
  column('redemption_date', 'date', 'Day on which a security called for redemption can be redeemed.'),
] as const satisfies readonly PositionColumn[];

/**
 * Columns that were always part of the format. In a portfolio's hash each of them has its place; a later one stands there with its name where a position has
 * the fact, so that a portfolio without it keeps the hash that it had.
 */
export const FIRST_COLUMNS = 28;

export type PositionColumnName = (typeof POSITION_COLUMNS)[number]['name'];

function column<N extends string>(name: N, kind: CellKind, meaning: string, required = false) {
  return { name, kind, required, meaning } as const;
}
