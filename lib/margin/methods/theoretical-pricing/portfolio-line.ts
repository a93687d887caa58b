import type { Decimal } from '@/lib/core/decimal';
import type { Position } from '../../portfolio/position';
import type { MarginNode, NodeInput } from '../margin-node';
import type { ResolvedPosition } from '../method';
import type { RangeClass, ValuationPoint } from './valuation-points';

/** What a position is within its class: an option, an instrument related to it, the underlier itself, or a stock of a qualified basket. */
export type LineKind = 'option' | 'related' | 'underlying' | 'basket';

/** A position of a class, with what it has to say before the class is known as a whole. */
export interface ClassMember {
  readonly resolved: ResolvedPosition;
  readonly position: Position;
  readonly kind: LineKind;
}

/** A position with its gain (a loss is negative) at each of the ten points of its class. */
export interface PortfolioLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly long: boolean;
  readonly gains: readonly Decimal[];
  /** Minimum charge of the position; 0 where the rule names none for it. */
  readonly minimum: Decimal;
  /** Market value of a stock of a basket; 0 for others. */
  readonly basketValue: Decimal;
  /** What it was computed from, put together when somebody reads it. */
  readonly inputs: () => readonly NodeInput[];
  readonly assumptions: MarginNode['assumptions'];
}

/** All positions on one underlier: options class, related instruments, the underlier, and its qualified stock basket. */
export interface PortfolioClass {
  readonly underlier: string;
  readonly rangeClass: RangeClass;
  readonly points: readonly ValuationPoint[];
  /** Value of one unit in the calculation currency and where it is from; null where no option needs it. */
  readonly price: { readonly value: Decimal; readonly from: string } | null;
  readonly productGroup: string | null;
  readonly marketGroup: string | null;
  /** In order of id. */
  readonly lines: readonly PortfolioLine[];
}
