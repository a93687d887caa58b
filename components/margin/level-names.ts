import type { NodeLevel } from '@/lib/margin/methods/margin-node';

/** What the levels of a result tree are called on screen. */
export const LEVEL_NAMES: Readonly<Record<NodeLevel, string>> = {
  total: 'Total',
  regime: 'Regime',
  'netting-set': 'Netting set',
  class: 'Class',
  bucket: 'Bucket',
  pair: 'Pair',
  position: 'Position',
  adjustment: 'Adjustment',
};
