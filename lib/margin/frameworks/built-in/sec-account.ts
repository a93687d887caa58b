import { cfr, haircutRule } from '../../methods/cite';
import type { Framework } from '../framework';
import { CASH_SECURITIES, SWAPS } from './products';
import { SEC_MINIMUM_TRANSFER, SEC_THRESHOLD } from './thresholds';
import { CLEARED_TODAY, LISTED_OPTIONS_LEG } from './today-legs';

/** Uncleared swaps and non-cleared security-based swaps of a counterparty together, under the SEC's rule. */
export const SEC_ACCOUNT: Framework = {
  id: 'sec-account',
  name: 'One account under SEC rules',
  description: "A counterparty's uncleared swaps, non-cleared security-based swaps and securities form one account under 17 CFR 240.18a-3.",
  builtIn: true,
  effective: null,
  citations: [cfr('240.18a-3'), haircutRule('')],
  constraints: [
    'The CFTC would have to let uncleared swaps be margined under 17 CFR 240.18a-3 in place of 17 CFR 23.154, by rule or by order.',
    'The SEC would have to say which deduction applies to interest-rate, currency and commodity swaps in such an account.',
  ],
  legs: [
    {
      id: 'one-account',
      label: 'Swaps and security-based swaps under SEC rules',
      agency: 'harmonized',
      scope: {
        regimes: ['cftc-uncleared-swaps', 'sec-non-cleared-sbs', 'sec-securities-account'],
        products: [...SWAPS, ...CASH_SECURITIES],
      },
      nettingKey: ['counterparty'],
      method: { id: 'securities-haircut', parameters: { fallback: 'schedule-netted' } },
      collectOnly: true,
      threshold: SEC_THRESHOLD,
      minimumTransfer: SEC_MINIMUM_TRANSFER,
      citations: [cfr('240.18a-3', '(d)(1)'), haircutRule('(P)')],
      assumptions: [
        'All accounts of a counterparty are taken as one: that is what the framework supposes.',
        'Index credit default swaps and index equity swaps, which are swaps today, are read like their security-based counterparts.',
        'No SEC rule text read here gives a deduction for interest-rate, currency, commodity and other swaps. The CFTC table with its net-to-gross ratio (17 CFR 23.154(c)) stands in, as it applies to them today: a stand-in, not a rule. A copy of this framework with the parameter fallback = none leaves them without an amount.',
      ],
    },
    LISTED_OPTIONS_LEG,
    ...CLEARED_TODAY,
  ],
};
