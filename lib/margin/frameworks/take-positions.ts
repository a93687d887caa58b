import type { Classification, Regime } from '../classification/regime';
import { type Evidence, type EvidenceKind, NO_EVIDENCE } from '../evidence/evidence';
import type { PositionFailure } from '../methods/group-failures';
import type { Position, Product } from '../portfolio/position';
import { regimeGroup } from '../report/group-labels';
import { type EvidenceTest, evidenceTest } from './evidence-test';
import type { Framework, FrameworkLeg, Scope } from './framework';

/** Why a regime that no leg takes has no amount. */
const NOT_TAKEN: Readonly<Partial<Record<Regime, Omit<PositionFailure, 'positionId'>>>> = {
  futures: {
    reason: 'NOT_APPLICABLE',
    message: 'Futures and options on futures are margined by their clearing house; the framework has no leg for them.',
  },
  'cleared-swaps': {
    reason: 'NOT_APPLICABLE',
    message: 'Cleared swaps are margined by their clearing house; the framework has no leg for them.',
  },
  'cleared-treasuries': {
    reason: 'NOT_APPLICABLE',
    message: 'Cleared Treasury positions are margined by their clearing house; the framework has no leg for them.',
  },
  'commingled-cds': {
    reason: 'NOT_APPLICABLE',
    message: 'Credit default swaps in a commingled account are margined by their clearing house; the framework has no leg for them.',
  },
  'joint-security-futures': {
    reason: 'NO_RULE',
    message:
      'Security futures have margin rules of their own (15 % of current market value, 17 CFR 242.403(b)(1) and 41.45(b)(1) since 24 December 2020; the offset table is not in the text that was read): no method here computes them.',
  },
  'mixed-swaps': {
    reason: 'NO_RULE',
    message:
      "Both agencies' margin rules apply to a mixed swap and the framework says of neither that it decides; the jurisdiction column can.",
  },
  'sec-securities-account': {
    reason: 'NO_RULE',
    message: 'The framework has no leg for this product in a securities account.',
  },
  undetermined: { reason: 'UNDETERMINED', message: 'The regime of the position is not determined, so no rule applies.' },
};

const LACKS: Readonly<Record<EvidenceKind, string>> = {
  sensitivities: 'sensitivities of its own in a CRIF',
  pnl: 'a vector of profit and loss',
  external: 'an amount that its clearing house charged its netting set',
  'scan-parameters': 'scan parameters of its exchange for its underlier',
};

export interface TakenPositions {
  /** Positions of each leg, in the order of the framework's legs. */
  readonly byLeg: readonly { readonly leg: FrameworkLeg; readonly positions: readonly Position[] }[];
  /** Positions that no leg takes, with why. */
  readonly notTaken: readonly PositionFailure[];
}

/** Gives every position to the first leg whose scope it fits, with the evidence of the run. */
export function takePositions(
  positions: readonly Position[],
  regimes: ReadonlyMap<string, Classification>,
  framework: Framework,
  evidence: Evidence = NO_EVIDENCE,
): TakenPositions {
  const byLeg = framework.legs.map((leg) => ({ leg, positions: [] as Position[] }));
  const candidates = candidatesOf(byLeg);
  const has = evidenceTest(evidence);
  const notTaken: PositionFailure[] = [];
  for (const position of positions) {
    const regime = regimes.get(position.positionId)?.regime ?? 'undetermined';
    const possible = candidates(regime, position.product);
    const taken = possible.find(({ leg: { scope } }) => scope.evidence === undefined || has(scope.evidence, position, regime));
    if (taken) taken.positions.push(position);
    else notTaken.push({ positionId: position.positionId, ...whyNotTaken(regime, possible) });
  }
  return { byLeg, notTaken };
}

/** True where a position of this regime fits a scope. */
export function fitsScope(scope: Scope, regime: Regime, position: Position, has: EvidenceTest): boolean {
  return fitsKind(scope, regime, position.product) && (scope.evidence === undefined || has(scope.evidence, position, regime));
}

function fitsKind(scope: Scope, regime: Regime, product: Product): boolean {
  return (scope.regimes?.includes(regime) ?? true) && (scope.products?.includes(product) ?? true);
}

/** The legs that a regime and product fit, found once for each pair. */
function candidatesOf<T extends { readonly leg: FrameworkLeg }>(legs: readonly T[]): (regime: Regime, product: Product) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (regime, product) => {
    const key = `${regime} ${product}`;
    let found = known.get(key);
    if (found === undefined) {
      found = legs.filter(({ leg }) => fitsKind(leg.scope, regime, product));
      known.set(key, found);
    }
    return found;
  };
}

function whyNotTaken(regime: Regime, lacking: readonly { readonly leg: FrameworkLeg }[]): Omit<PositionFailure, 'positionId'> {
  if (lacking.length > 0) {
    const kinds = [...new Set(lacking.flatMap(({ leg }) => leg.scope.evidence ?? []))].map((kind) => LACKS[kind]);
    return {
      reason: 'MISSING_DATA',
      message: `The framework margins such a position from ${kinds.join(', or from ')}, and the run has none.`,
    };
  }
  return (
    NOT_TAKEN[regime] ?? { reason: 'NO_RULE', message: `The framework has no leg for this product under ${regimeGroup(regime).label}.` }
  );
}
