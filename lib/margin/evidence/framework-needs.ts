import type { Regime } from '../classification/regime';
import type { Framework, FrameworkLeg, MethodUse, Scope } from '../frameworks/framework';
import type { Product } from '../portfolio/position';
import type { EvidenceKind } from './evidence';

/** What a framework can need beside positions. */
export type Need = EvidenceKind | 'simm-pack';

const NEEDS_OF_METHOD: Readonly<Record<string, readonly Need[]>> = {
  simm: ['sensitivities', 'simm-pack'],
  'historical-var': ['pnl'],
  'scenario-scan': ['scan-parameters'],
  external: ['external'],
};

/** What one leg needs. `where`: the leg takes only positions that have it, and leaves others to later legs. */
export interface LegNeed {
  readonly need: Need;
  readonly when: 'always' | 'where';
  readonly scope: Scope;
}

/** A kind of position that a portfolio has. */
export interface HeldKind {
  readonly regime: Regime;
  readonly product: Product;
}

/** `always`: without it positions stay without an amount. `where`: taken where there is some. */
export interface FrameworkNeeds {
  readonly always: readonly Need[];
  readonly where: readonly Need[];
}

/** What each leg of a framework needs beside positions. */
export function legNeeds({ legs }: Framework): LegNeed[] {
  return legs.flatMap((leg) => {
    const { scope } = leg;
    const needs = methodsOf(leg).flatMap(({ id }) => NEEDS_OF_METHOD[id] ?? []);
    const of = needs.map((need): LegNeed => ({ need, when: need === scope.evidence ? 'where' : 'always', scope }));
    return scope.evidence ? [...of, { need: scope.evidence, when: 'where', scope }] : of;
  });
}

/** What a framework needs beside positions, each once: by the legs that could take some of the positions held, or by all legs where null. */
export function needsFor(needs: readonly LegNeed[], held: readonly HeldKind[] | null): FrameworkNeeds {
  const relevant = held === null ? needs : needs.filter(({ scope }) => held.some((kind) => fits(scope, kind)));
  const of = (when: LegNeed['when']) => new Set(relevant.filter((one) => one.when === when).map(({ need }) => need));
  const always = of('always');
  return { always: [...always], where: [...of('where')].filter((need) => !always.has(need)) };
}

function fits({ regimes, products }: Scope, { regime, product }: HeldKind): boolean {
  return (regimes?.includes(regime) ?? true) && (products?.includes(product) ?? true);
}

function methodsOf({ method, arrangement }: FrameworkLeg): readonly MethodUse[] {
  return arrangement?.kind === 'two-pot' ? arrangement.pots.map((pot) => pot.method) : [method];
}
