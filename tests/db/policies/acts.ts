import type { Act } from './act';
import { FIRM_ACTS } from './acts/firm-acts';
import { LETTER_ACTS } from './acts/letter-acts';
import { MARGIN_ACTS } from './acts/margin-acts';
import { REVIEW_ACTS } from './acts/review-acts';
import { SOURCE_ACTS } from './acts/source-acts';
import { TOGETHER_ACTS } from './acts/together-acts';

/** Everything that can be asked of a route by somebody who is signed in. */
export const ACTS: readonly Act[] = [...FIRM_ACTS, ...MARGIN_ACTS, ...LETTER_ACTS, ...TOGETHER_ACTS, ...REVIEW_ACTS, ...SOURCE_ACTS];
