import { sumDecimals } from '@/lib/core/decimal';
import type { AppliedFramework } from '../frameworks/apply-framework';
import { differences } from '../report/framework-report';
import type { FrameworkReport, ImpactReport } from '../report/run-report';
import { type BridgeInput, bridge } from './bridge';
import { funding } from './details/funding';

/** Baseline against one alternative, in wire form: difference, bridge and differences by group, all exact. */
export function compareFrameworks(
  input: BridgeInput,
  baseline: FrameworkReport,
  alternative: FrameworkReport,
  fundingRate: string | null,
): ImpactReport {
  const before = input.baseline.tree.amount;
  const after = input.alternative.tree.amount;
  const saving = sumDecimals([before, after.neg()]);
  return {
    baseline: baseline.framework,
    alternative: alternative.framework,
    baselineTotal: before.toString(),
    alternativeTotal: after.toString(),
    saving: saving.toString(),
    savingShare: before.isZero() ? null : saving.div(before).toString(),
    onlyInBaseline: onlyIn(input.baseline, input.alternative),
    onlyInAlternative: onlyIn(input.alternative, input.baseline),
    bridge: bridge(input),
    byRegime: differences('regime', baseline.byRegime, alternative.byRegime),
    byClass: differences('class', baseline.byClass, alternative.byClass),
    byCounterparty: differences('counterparty', baseline.byCounterparty, alternative.byCounterparty),
    byNettingSet: differences('netting-set', baseline.byNettingSet, alternative.byNettingSet),
    byPositionGroup: differences('position-group', baseline.byPositionGroup, alternative.byPositionGroup),
    funding: fundingRate === null ? null : funding(fundingRate, before, after, saving),
  };
}

function onlyIn(applied: AppliedFramework, other: AppliedFramework): string[] {
  return [...applied.margins.keys()].filter((id) => !other.margins.has(id)).sort();
}
