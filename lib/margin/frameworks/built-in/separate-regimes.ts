import { cfr, haircutRule } from '../../methods/cite';
import type { Framework } from '../framework';
import { CASH_SECURITIES, SECURITY_BASED_SWAPS } from './products';
import { CFTC_MINIMUM_TRANSFER, CFTC_THRESHOLD, SEC_MINIMUM_TRANSFER, SEC_THRESHOLD } from './thresholds';
import { CLEARED_TODAY, LISTED_OPTIONS_LEG } from './today-legs';

/** Today: every position under the rule of its own regime, nothing offset across regimes. */
export const SEPARATE_REGIMES: Framework = {
  id: 'separate-regimes',
  name: 'Separate regimes (today)',
  description: 'Each position is margined under the rule of its own regime; nothing offsets across regimes.',
  builtIn: true,
  effective: null,
  citations: [cfr('23.154'), cfr('240.18a-3')],
  constraints: [],
  legs: [
    {
      id: 'cftc-swaps',
      label: 'CFTC uncleared swaps',
      agency: 'CFTC',
      scope: { regimes: ['cftc-uncleared-swaps'] },
      nettingKey: ['counterparty', 'nettingAgreement'],
      method: { id: 'schedule', parameters: {} },
      threshold: CFTC_THRESHOLD,
      minimumTransfer: CFTC_MINIMUM_TRANSFER,
      citations: [cfr('23.154', '(c)')],
      assumptions: ['The table-based method is used; a margin model approved under 17 CFR 23.154(b) would give another amount.'],
    },
    {
      id: 'sec-security-based-swaps',
      label: 'SEC non-cleared security-based swaps',
      agency: 'SEC',
      scope: { regimes: ['sec-non-cleared-sbs', 'sec-securities-account'], products: [...SECURITY_BASED_SWAPS, ...CASH_SECURITIES] },
      nettingKey: ['counterparty', 'account'],
      method: { id: 'securities-haircut', parameters: {} },
      collectOnly: true,
      threshold: SEC_THRESHOLD,
      minimumTransfer: SEC_MINIMUM_TRANSFER,
      citations: [cfr('240.18a-3', '(d)(1)'), haircutRule('(P)')],
      assumptions: [
        'The dealer is registered as a broker or dealer, so 17 CFR 240.18a-3(d)(1) points to 17 CFR 240.15c3-1(c)(2)(vi)(P); 17 CFR 240.18a-1(c)(1)(vi)(B) has the same figures.',
        "Securities held in the same account enter with the deductions of 17 CFR 240.15c3-1(c)(2)(vi), because (P)(1)(iv)-(v) and (P)(2) offset swaps against them; margin rules of exchanges and FINRA for customers' securities are not modelled.",
      ],
    },
    LISTED_OPTIONS_LEG,
    ...CLEARED_TODAY,
  ],
};
