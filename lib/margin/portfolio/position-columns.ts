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
] as const satisfies readonly PositionColumn[];

export type PositionColumnName = (typeof POSITION_COLUMNS)[number]['name'];

function column<N extends string>(name: N, kind: CellKind, meaning: string, required = false) {
  return { name, kind, required, meaning } as const;
}
