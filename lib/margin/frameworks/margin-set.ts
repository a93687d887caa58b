import type { Classification } from '../classification/regime';
import type { MethodContext, MethodResult } from '../methods/method';
import { METHODS } from '../methods/method-registry';
import { bindingRegimeMargin } from './arrangements/binding-regime';
import { twoPotMargin } from './arrangements/two-pot';
import type { EvidenceTest } from './evidence-test';
import type { FrameworkLeg } from './framework';
import type { LegNettingSet } from './netting-sets';
import { fitsScope } from './take-positions';

/** The amount of one netting set of a leg: by the leg's method, or as its arrangement has it. */
export function marginSet(
  leg: FrameworkLeg,
  set: LegNettingSet,
  context: MethodContext,
  regimes: ReadonlyMap<string, Classification>,
  has: EvidenceTest,
): MethodResult {
  const { arrangement, method } = leg;
  switch (arrangement?.kind) {
    case undefined:
      return METHODS[method.id].compute(set, method.parameters, context);
    case 'two-pot':
      return twoPotMargin(arrangement, set, context, (pot, { position }) =>
        fitsScope(pot.scope, regimes.get(position.positionId)?.regime ?? 'undetermined', position, has),
      );
    case 'binding-regime':
      return bindingRegimeMargin(arrangement, method, set, context, regimes);
  }
}
