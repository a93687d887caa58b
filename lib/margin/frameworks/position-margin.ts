import type { Decimal } from '@/lib/core/decimal';
import type { Position } from '../portfolio/position';

/** What a position has under a framework; the contributions of all positions add up to the framework's total exactly. */
export interface PositionMargin {
  readonly position: Position;
  /** The leg that took it. */
  readonly leg: string;
  readonly standalone: Decimal;
  readonly contribution: Decimal;
}
