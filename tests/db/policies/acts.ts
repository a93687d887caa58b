import type { Act } from './act';
import { FIRM_ACTS } from './acts/firm-acts';
import { LETTER_ACTS } from './acts/letter-acts';
import { MARGIN_ACTS } from './acts/margin-acts';

/** Everything that can be asked of a route by somebody who is signed in. */
export const ACTS: readonly Act[] = [...FIRM_ACTS, ...MARGIN_ACTS, ...LETTER_ACTS];
