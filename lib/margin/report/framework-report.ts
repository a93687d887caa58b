import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import type { AppliedFramework } from '../frameworks/apply-framework';
import type { PositionMargin } from '../frameworks/position-margin';
import { failuresOf } from '../methods/group-failures';
import type { AdequacyReport } from './adequacy-report';
import { classGroup, compareGroups, counterpartyGroup, type GroupKind, nettingSetGroup, positionGroup, regimeGroup } from './group-labels';
import type { Breakdown, FrameworkReport, PositionShare } from './run-report';

type Group = Pick<Breakdown, 'key' | 'label' | 'agency'>;

/**
 * A framework's result in its wire form. The breakdowns sum the positions' contributions, so each adds up to the total exactly. A position's contribution
 * is its own part where a rule gives it one, and its share by standalone amount where a rule gives one amount to several (lib/margin/methods/allocate.ts).
 */
export function frameworkReport(
  applied: AppliedFramework,
  classifications: ReadonlyMap<string, Classification>,
  positions: number,
  adequacy: AdequacyReport | null,
): FrameworkReport {
  const margins = [...applied.margins.values()];
  const failures = failuresOf(applied.tree);
  return {
    framework: applied.framework.id,
    name: applied.framework.name,
    total: applied.tree.amount.toString(),
    complete: failures.length === 0,
    grossStandalone: applied.standalone.toString(),
    offsets: applied.offsets.toString(),
    minimumTransfers: applied.minimumTransfers.toString(),
    thresholds: applied.thresholds.toString(),
    positions,
    covered: margins.length,
    byLeg: applied.legs.map(({ leg, amount, positions: count }) => ({
      key: leg.id,
      label: leg.label,
      agency: leg.agency,
      amount: amount.toString(),
      positions: count,
    })),
    byRegime: breakdown('regime', margins, ({ position }) =>
      regimeGroup(classifications.get(position.positionId)?.regime ?? 'undetermined'),
    ),
    byClass: breakdown('class', margins, ({ position }) => classGroup(position.product)),
    byCounterparty: breakdown('counterparty', margins, ({ position }) => counterpartyGroup(position.counterparty)),
    byNettingSet: breakdown('netting-set', margins, ({ position }) => nettingSetGroup(position)),
    byPositionGroup: breakdown('position-group', margins, ({ position }) => positionGroup(position)),
    largestPositions: largestPositions(margins, applied.tree.amount),
    adequacy,
    failures,
  };
}

const LARGEST = 50;

function largestPositions(margins: readonly PositionMargin[], total: Decimal): PositionShare[] {
  return largest(margins).map(({ position, leg, standalone, contribution }) => ({
    positionId: position.positionId,
    label: [position.product.replaceAll('_', ' '), position.referenceEntity ?? position.underlier]
      .filter((part) => part !== null)
      .join(' · '),
    leg,
    standalone: standalone.toString(),
    contribution: contribution.toString(),
    share: total.isZero() ? null : contribution.div(total).toString(),
  }));
}

/** The fifty of largest size, in order; kept in a short list on the way, because sorting all of them would take longer than the margin. */
function largest(margins: readonly PositionMargin[]): PositionMargin[] {
  const kept: Sized[] = [];
  for (const margin of margins) {
    const entry = { margin, size: margin.contribution.abs() };
    const last = kept[kept.length - 1];
    if (entry.size.isZero() || (kept.length === LARGEST && last !== undefined && before(last, entry))) continue;
    let at = kept.length;
    while (at > 0 && before(entry, kept[at - 1] ?? entry)) at -= 1;
    kept.splice(at, 0, entry);
    if (kept.length > LARGEST) kept.pop();
  }
  return kept.map(({ margin }) => margin);
}

interface Sized {
  readonly margin: PositionMargin;
  readonly size: Decimal;
}

function before(a: Sized, b: Sized): boolean {
  const order = b.size.comparedTo(a.size);
  return order < 0 || (order === 0 && a.margin.position.positionId < b.margin.position.positionId);
}

function breakdown(kind: GroupKind, margins: readonly PositionMargin[], groupOf: (margin: PositionMargin) => Group): Breakdown[] {
  const groups = new Map<string, { group: Group; amounts: Decimal[] }>();
  for (const margin of margins) {
    const group = groupOf(margin);
    const found = groups.get(group.key);
    if (found) found.amounts.push(margin.contribution);
    else groups.set(group.key, { group, amounts: [margin.contribution] });
  }
  return [...groups.values()]
    .sort((a, b) => compareGroups(kind, a.group.key, b.group.key))
    .map(({ group, amounts }) => ({ ...group, amount: sumDecimals(amounts).toString(), positions: amounts.length }));
}

/** The differences between two breakdowns, group by group; a group that one lacks has 0 there. */
export function differences(kind: GroupKind, baseline: readonly Breakdown[], alternative: readonly Breakdown[]) {
  const labels = new Map([...baseline, ...alternative].map(({ key, label }) => [key, label]));
  const amountIn = (rows: readonly Breakdown[], key: string) => new Decimal(rows.find((row) => row.key === key)?.amount ?? 0);
  return [...labels.keys()]
    .sort((a, b) => compareGroups(kind, a, b))
    .map((key) => {
      const before = amountIn(baseline, key);
      const after = amountIn(alternative, key);
      return {
        key,
        label: labels.get(key) ?? key,
        baseline: before.toString(),
        alternative: after.toString(),
        saving: sumDecimals([before, after.neg()]).toString(),
      };
    });
}
