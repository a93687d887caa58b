import { Decimal } from '@/lib/core/decimal';
import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import type { Breakdown, FrameworkReport, RunReport } from '@/lib/margin/report/run-report';
import { compareTotals, type RunDifference } from './compare-totals';

export const COMPARED_BREAKDOWNS = [
  { member: 'byRegime', label: 'Regime' },
  { member: 'byClass', label: 'Class' },
  { member: 'byCounterparty', label: 'Counterparty' },
] as const;
export type ComparedBreakdown = (typeof COMPARED_BREAKDOWNS)[number]['member'];

/** A group's requirement in two runs; null where a run has no such group. Exact decimal strings. */
export interface GroupDifference {
  readonly key: string;
  readonly label: string;
  readonly previous: string | null;
  readonly present: string | null;
  /** present − previous, a missing side counted as nothing. */
  readonly change: string;
}

export interface FrameworkComparison {
  readonly framework: string;
  readonly name: string;
  readonly groups: Readonly<Record<ComparedBreakdown, readonly GroupDifference[]>>;
  readonly adequacy: { readonly previous: ComparedAdequacy | null; readonly present: ComparedAdequacy | null };
}

/** What of a back-test is set side by side. */
export type ComparedAdequacy = Pick<AdequacyRow, 'requirement' | 'exceedances' | 'expected' | 'kupiec' | 'testNote' | 'worstShortfall'> & {
  readonly scenarios: number;
};

export interface RunComparison {
  readonly totals: readonly RunDifference[];
  /** Of the frameworks that both runs computed. */
  readonly frameworks: readonly FrameworkComparison[];
}

/** Two runs side by side: totals, groups and back-tests. Amounts of different currencies are not compared: the result is null. */
export function compareRuns(previous: RunReport, present: RunReport): RunComparison | null {
  if (previous.currency !== present.currency) return null;
  const before = new Map(previous.frameworks.map((framework) => [framework.framework, framework]));
  return {
    totals: compareTotals(previous.frameworks, present.frameworks),
    frameworks: present.frameworks.flatMap((framework) => {
      const earlier = before.get(framework.framework);
      return earlier ? [compareFramework(earlier, framework)] : [];
    }),
  };
}

function compareFramework(previous: FrameworkReport, present: FrameworkReport): FrameworkComparison {
  return {
    framework: present.framework,
    name: present.name,
    groups: {
      byRegime: compareGroups(previous.byRegime, present.byRegime),
      byClass: compareGroups(previous.byClass, present.byClass),
      byCounterparty: compareGroups(previous.byCounterparty, present.byCounterparty),
    },
    adequacy: { previous: adequacyOf(previous), present: adequacyOf(present) },
  };
}

/** In the order of the present run, then groups that only the previous one had. */
function compareGroups(previous: readonly Breakdown[], present: readonly Breakdown[]): GroupDifference[] {
  const before = new Map(previous.map((group) => [group.key, group]));
  const now = new Map(present.map((group) => [group.key, group]));
  return [...new Map([...now, ...before]).values()].map(({ key, label }) => {
    const [old, own] = [before.get(key)?.amount ?? null, now.get(key)?.amount ?? null];
    return { key, label, previous: old, present: own, change: new Decimal(own ?? 0).minus(old ?? 0).toFixed() };
  });
}

function adequacyOf({ adequacy }: FrameworkReport): ComparedAdequacy | null {
  const whole = adequacy?.rows[0];
  if (!adequacy || !whole) return null;
  const { requirement, exceedances, expected, kupiec, testNote, worstShortfall } = whole;
  return { requirement, exceedances, expected, kupiec, testNote, worstShortfall, scenarios: adequacy.basis.scenarios };
}
