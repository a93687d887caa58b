import type { Result } from '@/lib/core/result';
import type { PositionFailure } from '../methods/group-failures';
import type { MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../methods/method';
import type { Position } from '../portfolio/position';
import type { FrameworkLeg } from './framework';
import { resolvePosition } from './resolve-position';

/**
 * What was computed before in one run, where date, currency, side, evidence, regimes and positions stay the same: resolved positions, and the amounts of
 * netting sets. Only for applications of which the tree is not kept, because the paths in a remembered result are those of where it was computed first.
 */
export class KnownMargins {
  private readonly resolved = new Map<Position, Result<ResolvedPosition, PositionFailure>>();
  private readonly results = new Map<string, MethodResult>();

  resolve(position: Position, { currency, side }: MethodContext): Result<ResolvedPosition, PositionFailure> {
    const known = this.resolved.get(position);
    if (known !== undefined) return known;
    const resolved = resolvePosition(position, currency, side);
    this.resolved.set(position, resolved);
    return resolved;
  }

  /** The amounts of a set by the leg's method, as computed before or, where `compute` is given, now. */
  find(leg: FrameworkLeg, set: NettingSet): MethodResult | undefined {
    return this.results.get(nameOf(leg, set));
  }

  keep(leg: FrameworkLeg, set: NettingSet, result: MethodResult): void {
    this.results.set(nameOf(leg, set), result);
  }
}

/** The method or arrangement and the positions: what decides the amounts of a set. The netting key decides what some methods may count. */
function nameOf({ method, arrangement, nettingKey }: FrameworkLeg, { underAgreement, positions }: NettingSet): string {
  const ids = positions.map(({ position }) => position.positionId).sort();
  return JSON.stringify([method, arrangement, method.id === 'external' ? nettingKey : null, underAgreement, ids]);
}
