import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { AppliedFramework } from '../../frameworks/apply-framework';
import type { Position } from '../../portfolio/position';
import type { OffsetMatrix } from '../../report/detail-reports';
import { classGroup, compareGroups, regimeGroup } from '../../report/group-labels';
import { type AnalysisRun, marginOf } from '../analysis-run';

interface Group {
  readonly key: string;
  readonly label: string;
  readonly positions: Position[];
  readonly legs: Set<string>;
}

/**
 * What a framework takes off when two groups of positions are margined together: both alone, less both together; for every pair of groups that have an
 * amount. Before thresholds and minimum transfer amounts. `pulse` is called before each pair.
 */
export function offsetMatrix(
  run: AnalysisRun,
  applied: AppliedFramework,
  dimension: OffsetMatrix['dimension'],
  pulse: () => void,
): OffsetMatrix {
  const groups = groupsOf(run, applied, dimension);
  const total = (positions: readonly Position[]) => marginOf(run, applied.framework, positions).tree.amount;
  const alone = groups.map(({ positions }) => {
    pulse();
    return total(positions);
  });
  const offsets = groups.map((group, i) =>
    groups.map((other, j) => {
      const [first, second] = [alone[i], alone[j]];
      if (i >= j || first === undefined || second === undefined) return null;
      pulse();
      return pairOffset(group, other, sumDecimals([first, second]), total);
    }),
  );
  return {
    framework: applied.framework.id,
    dimension,
    groups: groups.map(({ key, label }, i) => ({ key, label, alone: (alone[i] ?? applied.tree.amount).toString() })),
    offsets,
  };
}

function pairOffset(a: Group, b: Group, apart: Decimal, total: (positions: readonly Position[]) => Decimal): string {
  // legs are margined by themselves: groups that share none cannot offset
  if (![...a.legs].some((leg) => b.legs.has(leg))) return '0';
  return sumDecimals([apart, total([...a.positions, ...b.positions]).neg()]).toString();
}

function groupsOf({ regimes }: AnalysisRun, applied: AppliedFramework, dimension: OffsetMatrix['dimension']): Group[] {
  const groups = new Map<string, Group>();
  for (const { position, leg } of applied.margins.values()) {
    const { key, label } =
      dimension === 'class' ? classGroup(position.product) : regimeGroup(regimes.get(position.positionId)?.regime ?? 'undetermined');
    const group = groups.get(key) ?? { key, label, positions: [], legs: new Set() };
    group.positions.push(position);
    group.legs.add(leg);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => compareGroups(dimension, a.key, b.key));
}
