import type { Position, Product } from '../portfolio/position';
import { type Decided, decide, UNDETERMINED } from './decide';
import type { Regime } from './regime';

const TEST = 'firm-determination';

type Kind = 'swap' | 'future' | 'security' | 'government';

const KIND: Readonly<Record<Product, Kind>> = {
  cds_single_name: 'swap',
  cds_index: 'swap',
  equity_swap: 'swap',
  equity_index_swap: 'swap',
  interest_rate_swap: 'swap',
  cross_currency_swap: 'swap',
  inflation_swap: 'swap',
  swaption: 'swap',
  fx_forward: 'swap',
  fx_swap: 'swap',
  fx_option: 'swap',
  commodity_swap: 'swap',
  mixed_swap: 'swap',
  other_swap: 'swap',
  digital_asset_derivative: 'swap',
  security_future: 'future',
  equity_index_future: 'future',
  treasury_future: 'future',
  interest_rate_future: 'future',
  other_future: 'future',
  future_option: 'future',
  equity_option: 'security',
  index_option: 'security',
  equity: 'security',
  preferred_stock: 'security',
  convertible_bond: 'security',
  corporate_bond: 'security',
  municipal_bond: 'security',
  municipal_note: 'security',
  canadian_government: 'security',
  money_market_fund: 'security',
  fund: 'security',
  commercial_paper: 'security',
  certificate_of_deposit: 'security',
  treasury: 'government',
  agency_security: 'government',
  repo: 'government',
};

/** The regime that follows from the firm's own determination of the agency; "undetermined" where agency and product do not go together. */
export function classifyByDetermination(position: Position, jurisdiction: 'CFTC' | 'SEC' | 'JOINT'): Decided {
  const regime = regimeOf(position, jurisdiction);
  if (regime === null) {
    return decide(
      'undetermined',
      UNDETERMINED,
      `The firm's determination is ${jurisdiction}, which a ${position.product} cannot follow.`,
      null,
    );
  }
  return decide(regime, TEST, `The firm's own determination: ${jurisdiction}.`, null);
}

function regimeOf(position: Position, jurisdiction: 'CFTC' | 'SEC' | 'JOINT'): Regime | null {
  const cleared = position.clearedBy !== null;
  switch (KIND[position.product]) {
    case 'swap':
      if (jurisdiction === 'CFTC') return cleared ? 'cleared-swaps' : 'cftc-uncleared-swaps';
      if (jurisdiction === 'SEC') return cleared ? 'sec-securities-account' : 'sec-non-cleared-sbs';
      return cleared && position.product.startsWith('cds_') ? 'commingled-cds' : 'mixed-swaps';
    case 'future':
      if (jurisdiction === 'CFTC') return 'futures';
      return jurisdiction === 'JOINT' ? 'joint-security-futures' : null;
    case 'security':
      return jurisdiction === 'SEC' ? 'sec-securities-account' : null;
    case 'government':
      if (jurisdiction !== 'SEC') return null;
      return cleared ? 'cleared-treasuries' : 'sec-securities-account';
  }
}
