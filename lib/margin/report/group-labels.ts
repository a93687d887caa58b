import type { Regime } from '../classification/regime';
import type { Position, Product } from '../portfolio/position';
import type { Breakdown } from './run-report';

interface GroupLabel {
  readonly key: string;
  readonly label: string;
  readonly agency: Breakdown['agency'];
}

const REGIME_LABELS: Readonly<Record<Regime, Omit<GroupLabel, 'key'>>> = {
  'cftc-uncleared-swaps': { label: 'CFTC uncleared swaps', agency: 'CFTC' },
  'sec-non-cleared-sbs': { label: 'SEC non-cleared security-based swaps', agency: 'SEC' },
  'sec-securities-account': { label: 'SEC securities account', agency: 'SEC' },
  futures: { label: 'Futures', agency: 'CFTC' },
  'cleared-swaps': { label: 'Cleared swaps', agency: 'CFTC' },
  'cleared-treasuries': { label: 'Cleared Treasuries', agency: 'SEC' },
  'commingled-cds': { label: 'Commingled credit default swaps', agency: 'joint' },
  'joint-security-futures': { label: 'Security futures', agency: 'joint' },
  'mixed-swaps': { label: 'Mixed swaps', agency: 'joint' },
  undetermined: { label: 'Undetermined', agency: 'none' },
};

const CLASSES = {
  credit: 'Credit derivatives',
  equity: 'Equities and equity derivatives',
  rates: 'Interest rates',
  fx: 'Foreign exchange',
  'cross-currency': 'Cross-currency swaps',
  commodity: 'Commodities',
  debt: 'Debt securities',
  government: 'Governments and agencies',
  other: 'Other',
} as const;
type ProductClass = keyof typeof CLASSES;

const CLASS_OF_PRODUCT: Readonly<Record<Product, ProductClass>> = {
  cds_single_name: 'credit',
  cds_index: 'credit',
  equity_swap: 'equity',
  equity_index_swap: 'equity',
  interest_rate_swap: 'rates',
  inflation_swap: 'rates',
  swaption: 'rates',
  interest_rate_future: 'rates',
  cross_currency_swap: 'cross-currency',
  fx_forward: 'fx',
  fx_swap: 'fx',
  fx_option: 'fx',
  commodity_swap: 'commodity',
  security_future: 'equity',
  equity_option: 'equity',
  index_option: 'equity',
  equity: 'equity',
  preferred_stock: 'equity',
  equity_index_future: 'equity',
  convertible_bond: 'debt',
  corporate_bond: 'debt',
  municipal_bond: 'debt',
  treasury: 'government',
  agency_security: 'government',
  municipal_note: 'debt',
  canadian_government: 'government',
  money_market_fund: 'debt',
  fund: 'other',
  commercial_paper: 'debt',
  certificate_of_deposit: 'debt',
  repo: 'government',
  treasury_future: 'government',
  mixed_swap: 'other',
  other_swap: 'other',
  other_future: 'other',
  future_option: 'other',
  digital_asset_derivative: 'other',
};

// made once: a report asks for the group of every position
const REGIME_GROUPS = Object.fromEntries(Object.entries(REGIME_LABELS).map(([key, label]) => [key, { key, ...label }])) as Readonly<
  Record<Regime, GroupLabel>
>;
const CLASS_GROUPS = Object.fromEntries(Object.entries(CLASSES).map(([key, label]) => [key, { key, label, agency: 'none' }])) as Readonly<
  Record<ProductClass, GroupLabel>
>;
const NETTING_SETS = new WeakMap<Position, GroupLabel>();

/** A regime as reports name it. */
export function regimeGroup(regime: Regime): GroupLabel {
  return REGIME_GROUPS[regime];
}

/** The class of a product as reports group it: the same under every framework, whatever classes its rule has. */
export function classGroup(product: Product): GroupLabel {
  return CLASS_GROUPS[CLASS_OF_PRODUCT[product]];
}

/** A counterparty as reports group it. */
export function counterpartyGroup(counterparty: string | null): GroupLabel {
  return { key: counterparty ?? '', label: counterparty ?? 'No counterparty named', agency: 'none' };
}

/** A position's netting set as reports name it: the same under every framework, whatever a framework nets by. */
export function nettingSetGroup(position: Position): GroupLabel {
  const known = NETTING_SETS.get(position) ?? nettingSetLabel(position);
  NETTING_SETS.set(position, known);
  return known;
}

function nettingSetLabel({ counterparty, nettingAgreement, account, clearedBy }: Position): GroupLabel {
  const parts = [clearedBy, counterparty, nettingAgreement ?? account].filter((part) => part !== null);
  return {
    key: JSON.stringify([clearedBy, counterparty, nettingAgreement ?? account]),
    label: parts.join(' · ') || 'None named',
    agency: 'none',
  };
}

/** The account that a position is in; its sector where it names none. */
export function positionGroup({ account, sector }: Position): GroupLabel {
  if (account !== null) return { key: `account/${account}`, label: account, agency: 'none' };
  return sector === null
    ? { key: '', label: 'No account or sector named', agency: 'none' }
    : { key: `sector/${sector}`, label: sector, agency: 'none' };
}

export type GroupKind = 'regime' | 'class' | 'counterparty' | 'netting-set' | 'position-group';

const REGIME_ORDER = Object.keys(REGIME_LABELS);
const CLASS_ORDER = Object.keys(CLASSES);

/** Order of groups in reports: the fixed order of regimes and classes, counterparties by name. */
export function compareGroups(kind: GroupKind, a: string, b: string): number {
  if (kind !== 'regime' && kind !== 'class') return a < b ? -1 : a > b ? 1 : 0;
  const order = kind === 'regime' ? REGIME_ORDER : CLASS_ORDER;
  return order.indexOf(a) - order.indexOf(b);
}
