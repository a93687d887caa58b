import type { Agency, Regime } from './regime';

const AGENCY: Readonly<Record<Regime, Agency>> = {
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

/** The agency, or pair, in whose hues a regime is drawn. */
export function agencyOf(regime: Regime): Agency {
  return AGENCY[regime];
}
