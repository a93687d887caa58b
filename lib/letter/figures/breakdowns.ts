/** The breakdowns of a framework's total and of a difference, as paths and readers name them, and what they name that a public letter should not without thought. */
export const BREAKDOWNS = [
  { slug: 'by-regime', member: 'byRegime', label: 'Regime', names: null },
  { slug: 'by-class', member: 'byClass', label: 'Class', names: null },
  { slug: 'by-counterparty', member: 'byCounterparty', label: 'Counterparty', names: 'counterparties' },
  { slug: 'by-netting-set', member: 'byNettingSet', label: 'Netting set', names: 'counterparties and their agreements or accounts' },
  { slug: 'by-group', member: 'byPositionGroup', label: 'Group', names: 'accounts' },
] as const;

export type BreakdownKind = (typeof BREAKDOWNS)[number];
