import { Decimal } from '@/lib/core/decimal';
import type { PnlRow } from './pnl-vectors';

/** One amount for each scenario, exact: whole numbers of 10^-scale units of one currency. */
export interface ExactVector {
  readonly scale: number;
  readonly values: readonly bigint[];
}

/** A position's vector with the units of the result's currency for one unit of its own; `sign` -1 turns a profit into a loss. */
export interface VectorPart {
  readonly row: PnlRow;
  readonly rate: Decimal;
}

const EXACT = Number.MAX_SAFE_INTEGER;

/**
 * The exact sum of vectors in one currency. Vectors of one rate are added as doubles while their largest values cannot together leave the integers that
 * a double holds; what would is carried into whole numbers of any size first. The order of the parts never changes it.
 */
export function sumVectors(parts: readonly VectorPart[], scale: number, length: number, sign: 1 | -1): ExactVector {
  const byRate = new Map<string, { rate: Decimal; rows: PnlRow[] }>();
  for (const { row, rate } of parts) {
    const key = rate.toString();
    const group = byRate.get(key);
    if (group) group.rows.push(row);
    else byRate.set(key, { rate, rows: [row] });
  }
  const groups = [...byRate.values()];
  const rateScale = groups.reduce((most, { rate }) => Math.max(most, rate.decimalPlaces()), 0);
  const total = new Array<bigint>(length).fill(0n);
  for (const { rate, rows } of groups) {
    const factor = toUnits(rate, rateScale) * BigInt(sign);
    addRows(rows, factor, total);
  }
  return { scale: scale + rateScale, values: total };
}

function addRows(rows: readonly PnlRow[], factor: bigint, total: bigint[]): void {
  const sums = new Float64Array(total.length);
  let bound = 0;
  const carry = () => {
    for (let i = 0; i < sums.length; i += 1) {
      const sum = sums[i] ?? 0;
      if (sum !== 0) total[i] = (total[i] ?? 0n) + BigInt(sum) * factor;
    }
    sums.fill(0);
    bound = 0;
  };
  for (const { values } of rows) {
    const largest = largestSize(values);
    if (bound + largest > EXACT) carry();
    bound += largest;
    for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] as number) + (values[i] as number);
  }
  carry();
}

/** The largest absolute value of a vector; 0 of none. */
export function largestSize(values: Float64Array): number {
  let least = 0;
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value > most) most = value;
    else if (value < least) least = value;
  }
  return Math.max(most, -least);
}

/** For each scenario the sum of it and the `days` - 1 before it; the first of them, which have fewer before them, stand as far as they go. */
export function overlappingSums({ scale, values }: ExactVector, days: number): ExactVector {
  if (days === 1) return { scale, values };
  let sum = 0n;
  const sums = values.map((value, i) => {
    sum += value - (i >= days ? (values[i - days] ?? 0n) : 0n);
    return sum;
  });
  return { scale, values: sums };
}

/** A decimal as a whole number of 10^-scale units. Throws RangeError where it has more places. */
export function toUnits(value: Decimal, scale: number): bigint {
  if (value.decimalPlaces() > scale) throw new RangeError(`${value} has more than ${scale} places`);
  return BigInt(value.toFixed(scale).replace('.', ''));
}

/** The decimal that a whole number of 10^-scale units is, exactly. */
export function fromUnits(units: bigint | number, scale: number): Decimal {
  return new Decimal(scale === 0 ? String(units) : `${units}e-${scale}`);
}
