import { cfr } from '../../methods/cite';
import type { FrameworkLeg } from '../framework';

type Threshold = NonNullable<FrameworkLeg['threshold']>;
type MinimumTransfer = NonNullable<FrameworkLeg['minimumTransfer']>;

/** $50 million, all uncleared swaps, group to group. */
export const CFTC_THRESHOLD: Threshold = {
  amount: '50000000',
  citation: cfr('23.151', ' "initial margin threshold amount"; 23.154(a)(3)-(4)'),
};
/** $500,000, initial and variation margin combined. */
export const CFTC_MINIMUM_TRANSFER: MinimumTransfer = { amount: '500000', citation: cfr('23.151', ' "minimum transfer amount"') };
/** $50 million, non-cleared swaps and security-based swaps together, group to group. */
export const SEC_THRESHOLD: Threshold = { amount: '50000000', citation: cfr('240.18a-3', '(c)(1)(iii)(H)(1)') };
/** $500,000: nothing moves until more than this is due. */
export const SEC_MINIMUM_TRANSFER: MinimumTransfer = { amount: '500000', citation: cfr('240.18a-3', '(c)(1)(iii)(I)'), aboveOnly: true };
