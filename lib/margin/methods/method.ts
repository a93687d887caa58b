import type { Decimal } from '@/lib/core/decimal';
import type { MethodId } from '../frameworks/framework';
import type { Direction, Position } from '../portfolio/position';
import type { Citation, MarginNode, ParameterReference } from './margin-node';

/** A position with its amounts in the calculation currency, seen from the side that the margin is computed for. */
export interface ResolvedPosition {
  readonly position: Position;
  readonly direction: Direction;
  /** Never negative; null where the file has none. */
  readonly notional: Decimal | null;
  /** Signed; null where the file has none. */
  readonly marketValue: Decimal | null;
}

/** What is netted together: the method gives it one amount. */
export interface NettingSet {
  readonly path: string;
  readonly label: string;
  /** True where an agreement or an account nets the positions; false where nothing does and each stands alone. */
  readonly underAgreement: boolean;
  readonly positions: readonly ResolvedPosition[];
}

export interface MethodContext {
  /** ISO date on which the positions stand. */
  readonly asOf: string;
  readonly currency: string;
  readonly side: 'collect' | 'post';
}

/** A netting set's amount with what explains it. */
export interface MethodResult {
  readonly node: MarginNode;
  /** Each position's part of the node's amount, adding up to it exactly; positions without an amount have no entry. */
  readonly contributions: ReadonlyMap<string, Decimal>;
  /** What the method asks for each position on its own; the same positions as in contributions. */
  readonly standalone: ReadonlyMap<string, Decimal>;
}

/** A setting of a method that a framework's leg may give; the first allowed value is the default. */
export interface MethodParameter {
  readonly name: string;
  readonly allowed: readonly string[];
  readonly meaning: string;
}

/** A way to compute an amount for a netting set. Pure; the order of positions never changes the result. */
export interface MarginMethod {
  readonly id: MethodId;
  readonly label: string;
  readonly citations: readonly Citation[];
  readonly parameters: readonly MethodParameter[];
  /** The rule's figures as the method uses them. */
  readonly table: readonly ParameterReference[];
  compute(set: NettingSet, parameters: Readonly<Record<string, string>>, context: MethodContext): MethodResult;
}

/** The value that a leg gives a parameter, or the parameter's default. Frameworks are checked when read, so an unknown value is a defect. */
export function parameterValue(parameter: MethodParameter, given: Readonly<Record<string, string>>): string {
  const value = given[parameter.name] ?? parameter.allowed[0] ?? '';
  if (!parameter.allowed.includes(value))
    throw new RangeError(`${parameter.name} is one of ${parameter.allowed.join(', ')}, not "${value}"`);
  return value;
}
