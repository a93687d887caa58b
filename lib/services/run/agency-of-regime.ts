import type { Agency, Regime } from '@/lib/margin/classification/regime';

/** Whose rule a regime is; joint where both agencies' rules apply, none where nobody's is determined. */
export const AGENCY_OF_REGIME: Readonly<Record<Regime, Agency>> = {
  'cftc-uncleared-swaps': 'CFTC',
  'sec-non-cleared-sbs': 'SEC',
  'sec-securities-account': 'SEC',
  futures: 'CFTC',
  'cleared-swaps': 'CFTC',
  'cleared-treasuries': 'SEC',
  'commingled-cds': 'joint',
  'joint-security-futures': 'joint',
  'mixed-swaps': 'joint',
  undetermined: 'none',
};
