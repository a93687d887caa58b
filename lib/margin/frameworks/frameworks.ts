import { BINDING_REGIME } from './built-in/binding-regime';
import { CFTC_ACCOUNT } from './built-in/cftc-account';
import { COMMINGLED_CDS } from './built-in/commingled-cds';
import { ONE_MODEL, ONE_MODEL_VAR } from './built-in/one-model';
import { SEC_ACCOUNT } from './built-in/sec-account';
import { SEPARATE_REGIMES } from './built-in/separate-regimes';
import { SINGLE_POT } from './built-in/single-pot';
import { TWO_POT } from './built-in/two-pot';
import type { Framework } from './framework';

/** The frameworks that come with the program, baseline first. */
export const BUILT_IN_FRAMEWORKS: readonly Framework[] = [
  SEPARATE_REGIMES,
  CFTC_ACCOUNT,
  SEC_ACCOUNT,
  ONE_MODEL,
  ONE_MODEL_VAR,
  TWO_POT,
  SINGLE_POT,
  COMMINGLED_CDS,
  BINDING_REGIME,
];

/** The built-in framework of this id, or null. */
export function findFramework(id: string): Framework | null {
  return BUILT_IN_FRAMEWORKS.find((framework) => framework.id === id) ?? null;
}
