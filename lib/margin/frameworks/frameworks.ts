import { CFTC_ACCOUNT } from './built-in/cftc-account';
import { SEC_ACCOUNT } from './built-in/sec-account';
import { SEPARATE_REGIMES } from './built-in/separate-regimes';
import type { Framework } from './framework';

/** The frameworks that come with the program, baseline first. */
export const BUILT_IN_FRAMEWORKS: readonly Framework[] = [SEPARATE_REGIMES, CFTC_ACCOUNT, SEC_ACCOUNT];

/** The built-in framework of this id, or null. */
export function findFramework(id: string): Framework | null {
  return BUILT_IN_FRAMEWORKS.find((framework) => framework.id === id) ?? null;
}
