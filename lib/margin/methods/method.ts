import { type Decimal, parseDecimal } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import type { Evidence } from '../evidence/evidence';
import type { MethodId, NettingKey } from '../frameworks/framework';
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
  /** The parts that the set was formed by, where the caller knows them. */
  readonly key?: readonly NettingKey[];
  readonly positions: readonly ResolvedPosition[];
}

export interface MethodContext {
  /** ISO date on which the positions stand. */
  readonly asOf: string;
  readonly currency: string;
  readonly side: 'collect' | 'post';
  readonly evidence: Evidence;
  /** True where only amounts and contributions are asked: a method may then leave out a node's children, and give contributions for standalone. */
  readonly totalOnly?: boolean;
  /** Regimes by position, for methods that depend on them; absent where nothing was classified. */
  readonly classifications?: ReadonlyMap<string, Classification>;
}

/** A netting set's amount with what explains it. */
export interface MethodResult {
  readonly node: MarginNode;
  /** Each position's part of the node's amount, adding up to it exactly; positions without an amount have no entry. */
  readonly contributions: ReadonlyMap<string, Decimal>;
  /** What the method asks for each position on its own; the same positions as in contributions. */
  readonly standalone: ReadonlyMap<string, Decimal>;
}

/** A setting of a method that a framework's leg may give: one of several words (the first is the default), or a number within bounds. */
export type MethodParameter = ChoiceParameter | NumberParameter;

export interface ChoiceParameter {
  readonly kind: 'choice';
  readonly name: string;
  readonly allowed: readonly string[];
  readonly meaning: string;
}

/** Bounds are part of the range; decimal strings. */
export interface NumberParameter {
  readonly kind: 'number';
  readonly name: string;
  readonly default: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly whole: boolean;
  readonly unit: string;
  readonly meaning: string;
}

/** A way to compute an amount for a netting set. Pure; the order of positions never changes the result. */
export interface MarginMethod {
  readonly id: MethodId;
  readonly label: string;
  readonly citations: readonly Citation[];
  /** What a netting set of the method is, where a framework does not say. */
  readonly nettingKey: readonly NettingKey[];
  /** How the requirement is attributed to positions, in a sentence. */
  readonly attribution: string;
  readonly parameters: readonly MethodParameter[];
  /** The rule's figures as the method uses them. */
  readonly table: readonly ParameterReference[];
  compute(set: NettingSet, parameters: Readonly<Record<string, string>>, context: MethodContext): MethodResult;
}

/** A parameter's default, as it is written in a framework. */
export function parameterDefault(parameter: MethodParameter): string {
  return parameter.kind === 'choice' ? (parameter.allowed[0] ?? '') : parameter.default;
}

/** What is wrong with a value for a parameter, as the end of a sentence that starts with its name; null where it may stand. */
export function parameterProblem(parameter: MethodParameter, value: string): string | null {
  if (parameter.kind === 'choice') return parameter.allowed.includes(value) ? null : `is one of ${parameter.allowed.join(', ')}`;
  const expected = `is a ${parameter.whole ? 'whole ' : ''}number from ${parameter.minimum} to ${parameter.maximum} (${parameter.unit})`;
  const number = parseDecimal(value);
  if (number === null) return expected;
  return number.gte(parameter.minimum) && number.lte(parameter.maximum) && (!parameter.whole || number.isInteger()) ? null : expected;
}

/** The value that a leg gives a parameter, or the parameter's default. Frameworks are checked when read, so a value that may not stand is a defect. */
export function parameterValue(parameter: MethodParameter, given: Readonly<Record<string, string>>): string {
  const value = given[parameter.name] ?? parameterDefault(parameter);
  const problem = parameterProblem(parameter, value);
  if (problem !== null) throw new RangeError(`${parameter.name} ${problem}, not "${value}"`);
  return value;
}
