import type { Decimal } from '@/lib/core/decimal';

/** A row of the programme: sum of coefficient × variable, equal to the limit where `basic` names the variable that starts it, else at most it. */
export interface Row {
  readonly coefficients: ReadonlyMap<number, Decimal>;
  /** Not negative. */
  readonly limit: Decimal;
  /** A variable with coefficient 1 here and in no other row. */
  readonly basic: number | null;
}

/** A solved state: limits by row are the values of the variables in `basis`; rows can be added to it. */
export interface Tableau {
  readonly rows: Float64Array[];
  readonly limits: number[];
  readonly basis: number[];
  readonly reduced: Float64Array;
}

/** Cells and values below this are 0: rows are scaled so that their largest cell is 1. */
const TOLERANCE = 1e-9;
/** Reduced costs above minus this, a part of a cent, are not worth a step. */
const COST_TOLERANCE = 1e-7;
const STEEPEST_PIVOTS = 300;

/**
 * The least cost of non-negative variables under the rows, by the simplex method; Bland's rule ends it where steps repeat. It is a search: in doubles,
 * with +, −, × and ÷ only, which are the same on every machine, and what it finds is computed again exactly by the caller.
 */
export function solve(costs: readonly Decimal[], rows: readonly Row[]): Tableau {
  const slacks = rows.filter(({ basic }) => basic === null).length;
  const width = costs.length + slacks;
  let slack = costs.length;
  const basis = rows.map(({ basic }) => basic ?? slack++);
  const limits: number[] = [];
  const cells = rows.map((row, i) => {
    const line = new Float64Array(width);
    const scale = row.basic === null ? largestOf(row.coefficients.values()) : 1;
    for (const [at, value] of row.coefficients) line[at] = value.toNumber() / scale;
    line[basis[i] as number] = 1;
    limits.push(row.limit.toNumber() / scale);
    return line;
  });
  const reduced = new Float64Array(width);
  costs.forEach((cost, j) => {
    reduced[j] = cost.toNumber();
  });
  const tableau: Tableau = { rows: cells, limits, basis, reduced };
  cells.forEach((line, i) => {
    subtract(reduced, line, costs[basis[i] as number]?.toNumber() ?? 0);
  });
  for (let pivots = 0; ; pivots += 1) {
    const entering = pivots < STEEPEST_PIVOTS ? steepest(reduced) : reduced.findIndex((cost) => cost < -COST_TOLERANCE);
    if (entering < 0) return tableau;
    const leaving = leavingRow(tableau, entering);
    if (leaving < 0) throw new RangeError('The programme has no least cost.');
    pivot(tableau, leaving, entering);
  }
}

function largestOf(values: Iterable<Decimal>): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value.toNumber()));
  return largest === 0 ? 1 : largest;
}

function steepest(reduced: Float64Array): number {
  let best = -1;
  let least = -COST_TOLERANCE;
  for (let j = 0; j < reduced.length; j += 1) {
    const cost = reduced[j] as number;
    if (cost < least) {
      best = j;
      least = cost;
    }
  }
  return best;
}

function leavingRow({ rows, limits, basis }: Tableau, entering: number): number {
  let best = -1;
  let bestRatio = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const cell = (rows[i] as Float64Array)[entering] as number;
    if (cell <= TOLERANCE) continue;
    const ratio = (limits[i] as number) / cell;
    const closer =
      ratio < bestRatio - TOLERANCE || (ratio <= bestRatio + TOLERANCE && (basis[i] as number) < (basis[best] ?? Number.POSITIVE_INFINITY));
    if (best < 0 || closer) {
      best = i;
      bestRatio = ratio;
    }
  }
  return best;
}

function pivot({ rows, limits, basis, reduced }: Tableau, leaving: number, entering: number): void {
  const row = rows[leaving] as Float64Array;
  const cell = row[entering] as number;
  for (let j = 0; j < row.length; j += 1) row[j] = (row[j] as number) / cell;
  row[entering] = 1;
  const limit = (limits[leaving] as number) / cell;
  limits[leaving] = limit;
  for (let i = 0; i < rows.length; i += 1) {
    const other = rows[i] as Float64Array;
    const factor = other[entering] as number;
    if (i === leaving || factor === 0) continue;
    subtract(other, row, factor);
    other[entering] = 0;
    limits[i] = clean((limits[i] as number) - factor * limit);
  }
  subtract(reduced, row, reduced[entering] as number);
  reduced[entering] = 0;
  basis[leaving] = entering;
}

function subtract(target: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let j = 0; j < row.length; j += 1) {
    const value = row[j] as number;
    if (value !== 0) target[j] = clean((target[j] as number) - value * factor);
  }
}

function clean(value: number): number {
  return value < TOLERANCE && value > -TOLERANCE ? 0 : value;
}

/** The solved state with one more limit on a variable (at most, or at least), solved again by the dual method; null where nothing satisfies it. */
export function restrict(from: Tableau, variable: number, side: 'at most' | 'at least', bound: number): Tableau | null {
  const sign = side === 'at most' ? 1 : -1;
  const width = from.reduced.length;
  const wider = (line: Float64Array) => {
    const copy = new Float64Array(width + 1);
    copy.set(line);
    return copy;
  };
  const tableau: Tableau = {
    rows: from.rows.map(wider),
    limits: [...from.limits],
    basis: [...from.basis],
    reduced: wider(from.reduced),
  };
  const line = new Float64Array(width + 1);
  line[variable] = sign;
  line[width] = 1;
  let limit = sign * bound;
  const holder = from.basis.indexOf(variable);
  if (holder >= 0) {
    subtract(line, tableau.rows[holder] as Float64Array, sign);
    limit -= sign * (from.limits[holder] as number);
  }
  tableau.rows.push(line);
  tableau.limits.push(clean(limit));
  tableau.basis.push(width);
  return dual(tableau);
}

/** As many steps as this without an end are a circle, which rounding can make: the branch is then given up. */
const MOST_DUAL_PIVOTS = 2000;

function dual(tableau: Tableau): Tableau | null {
  for (let pivots = 0; pivots < MOST_DUAL_PIVOTS; pivots += 1) {
    const leaving = tableau.limits.findIndex((limit) => limit < -TOLERANCE);
    if (leaving < 0) return tableau;
    const row = tableau.rows[leaving] as Float64Array;
    let entering = -1;
    let bestRatio = 0;
    for (let j = 0; j < row.length; j += 1) {
      const cell = row[j] as number;
      if (cell >= -TOLERANCE) continue;
      const ratio = (tableau.reduced[j] as number) / -cell;
      if (entering < 0 || ratio < bestRatio) {
        entering = j;
        bestRatio = ratio;
      }
    }
    if (entering < 0) return null;
    pivot(tableau, leaving, entering);
  }
  return null;
}

/** The value of each of the first variables. */
export function valuesOf({ limits, basis }: Tableau, count: number): number[] {
  const values = new Array<number>(count).fill(0);
  basis.forEach((variable, i) => {
    if (variable < count) values[variable] = limits[i] as number;
  });
  return values;
}
