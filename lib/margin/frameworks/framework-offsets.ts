import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import { NO_EVIDENCE } from '../evidence/evidence';
import type { MethodContext, MethodResult } from '../methods/method';
import type { Portfolio } from '../portfolio/position';
import type { FrameworkSettings } from './apply-framework';
import { evidenceTest } from './evidence-test';
import type { Framework } from './framework';
import type { KnownMargins } from './known-margins';
import { marginSet } from './margin-set';
import { nettingSets } from './netting-sets';
import { oneMethodPerClass } from './one-method-per-class';
import { takePositions } from './take-positions';

/**
 * What netting and offsets take off (never positive but for models that add to it): applyFramework's `offsets`, without its tree. Netting sets that were
 * computed before in the run are not computed again.
 */
export function frameworkOffsets(
  portfolio: Portfolio,
  classifications: ReadonlyMap<string, Classification>,
  framework: Framework,
  settings: FrameworkSettings,
  known: KnownMargins,
): Decimal {
  const evidence = settings.evidence ?? NO_EVIDENCE;
  const context: MethodContext = {
    asOf: portfolio.asOf,
    currency: portfolio.calculationCurrency,
    side: settings.side,
    evidence,
    classifications,
  };
  const has = evidenceTest(evidence);
  const { byLeg } = oneMethodPerClass(takePositions(portfolio.positions, classifications, framework, evidence));
  const parts = byLeg.flatMap(({ leg, positions }) => {
    if (settings.side === 'post' && leg.collectOnly === true) return [];
    const resolved = positions.flatMap((position) => {
      const result = known.resolve(position, context);
      return result.ok ? [result.value] : [];
    });
    return nettingSets(leg, resolved, `total/${leg.id}`).map((set) => {
      let result = known.find(leg, set);
      if (result === undefined) {
        result = marginSet(leg, set, context, classifications, has);
        known.keep(leg, set, result);
      }
      return offsetOf(result);
    });
  });
  return sumDecimals(parts);
}

function offsetOf({ node, standalone }: MethodResult): Decimal {
  return sumDecimals([node.amount, sumDecimals(standalone.values()).neg()]);
}
