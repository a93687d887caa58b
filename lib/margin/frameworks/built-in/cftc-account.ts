import { cfr } from '../../methods/cite';
import type { Framework } from '../framework';
import { CFTC_MINIMUM_TRANSFER, CFTC_THRESHOLD } from './thresholds';
import { CLEARED_TODAY, LISTED_OPTIONS_LEG, SECURITIES_TODAY } from './today-legs';

/** Uncleared swaps and non-cleared security-based swaps of a counterparty together, under the CFTC's rule. */
export const CFTC_ACCOUNT: Framework = {
  id: 'cftc-account',
  name: 'One account under CFTC rules',
  description: "A counterparty's uncleared swaps and non-cleared security-based swaps form one portfolio under 17 CFR 23.154.",
  builtIn: true,
  effective: null,
  citations: [cfr('23.154')],
  constraints: [
    'The SEC would have to let non-cleared security-based swaps be margined under 17 CFR 23.154 in place of 17 CFR 240.18a-3, by rule or by order.',
    'One eligible master netting agreement per counterparty would have to cover its swaps and its security-based swaps.',
  ],
  legs: [
    {
      id: 'one-portfolio',
      label: 'Swaps and security-based swaps under CFTC rules',
      agency: 'harmonized',
      scope: { regimes: ['cftc-uncleared-swaps', 'sec-non-cleared-sbs'] },
      nettingKey: ['counterparty'],
      method: { id: 'schedule', parameters: {} },
      threshold: CFTC_THRESHOLD,
      minimumTransfer: CFTC_MINIMUM_TRANSFER,
      citations: [cfr('23.154', '(c)')],
      assumptions: [
        'The table-based method is used; a margin model approved under 17 CFR 23.154(b) would give another amount.',
        'All agreements with a counterparty are taken as one netting agreement: that is what the framework supposes.',
      ],
    },
    SECURITIES_TODAY,
    LISTED_OPTIONS_LEG,
    ...CLEARED_TODAY,
  ],
};
