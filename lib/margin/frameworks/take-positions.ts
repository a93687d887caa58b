import type { Classification, Regime } from '../classification/regime';
import type { PositionFailure } from '../methods/group-failures';
import type { Position } from '../portfolio/position';
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
    message: 'Security futures have margin rules of their own (17 CFR 242.403, 41.45); the framework has no leg for them.',
  },
  'mixed-swaps': {
    reason: 'NO_RULE',
    message:
      "Both agencies' margin rules apply to a mixed swap and the framework says of neither that it decides; the jurisdiction column can.",
  },
  'sec-securities-account': {
    reason: 'NO_RULE',
    message:
      'The framework has no leg for this product in a securities account; options need Appendix A (17 CFR 240.15c3-1a) or exchange rules.',
  },
  undetermined: { reason: 'UNDETERMINED', message: 'The regime of the position is not determined, so no rule applies.' },
};

export interface TakenPositions {
  /** Positions of each leg, in the order of the framework's legs. */
  readonly byLeg: readonly { readonly leg: FrameworkLeg; readonly positions: readonly Position[] }[];
  /** Positions that no leg takes, with why. */
  readonly notTaken: readonly PositionFailure[];
}

/** Gives every position to the first leg whose scope it fits. */
export function takePositions(
  positions: readonly Position[],
  regimes: ReadonlyMap<string, Classification>,
  framework: Framework,
): TakenPositions {
  const byLeg = framework.legs.map((leg) => ({ leg, positions: [] as Position[] }));
  const notTaken: PositionFailure[] = [];
  for (const position of positions) {
    const regime = regimes.get(position.positionId)?.regime ?? 'undetermined';
    const taken = byLeg.find(({ leg }) => fits(leg.scope, regime, position));
    if (taken) taken.positions.push(position);
    else notTaken.push({ positionId: position.positionId, ...whyNotTaken(regime) });
  }
  return { byLeg, notTaken };
}

function fits(scope: Scope, regime: Regime, position: Position): boolean {
  return (scope.regimes?.includes(regime) ?? true) && (scope.products?.includes(position.product) ?? true);
}

function whyNotTaken(regime: Regime): Omit<PositionFailure, 'positionId'> {
  return NOT_TAKEN[regime] ?? { reason: 'NO_RULE', message: `The framework has no leg for this product in the regime ${regime}.` };
}
