import type { Framework, FrameworkLeg, MethodUse } from '../frameworks/framework';
import type { EvidenceKind } from './evidence';

/** What a framework can need beside positions. */
export type Need = EvidenceKind | 'simm-pack' | 'scan-parameters';

const NEEDS_OF_METHOD: Readonly<Record<string, readonly Need[]>> = {
  simm: ['sensitivities', 'simm-pack'],
  'historical-var': ['pnl'],
  'scenario-scan': ['scan-parameters'],
  external: ['external'],
};

/** `always`: without it positions stay without an amount. `where`: a leg takes only the positions that have it, and others are left to later legs. */
export interface FrameworkNeeds {
  readonly always: readonly Need[];
  readonly where: readonly Need[];
}

/** What the legs of a framework need beside positions, each once. */
export function frameworkNeeds({ legs }: Framework): FrameworkNeeds {
  const always = new Set<Need>();
  const where = new Set<Need>();
  for (const leg of legs) {
    for (const need of methodsOf(leg).flatMap(({ id }) => NEEDS_OF_METHOD[id] ?? [])) {
      if (leg.scope.evidence === need) where.add(need);
      else always.add(need);
    }
    if (leg.scope.evidence) where.add(leg.scope.evidence);
  }
  return { always: [...always], where: [...where].filter((need) => !always.has(need)) };
}

function methodsOf({ method, arrangement }: FrameworkLeg): readonly MethodUse[] {
  return arrangement?.kind === 'two-pot' ? arrangement.pots.map((pot) => pot.method) : [method];
}
