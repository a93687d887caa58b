import { Decimal, ZERO } from '@/lib/core/decimal';

/** A row of the programme: sum of coefficient × variable, equal to the limit where `basic` names the variable that starts it, else at most it. */
export interface Row {
  readonly coefficients: ReadonlyMap<number, Decimal>;
  /** Not negative. */
  readonly limit: Decimal;
  /** A variable with coefficient 1 here and in no other row. */
  readonly basic: number | null;
}

/** A solved state: `values` by variable; rows can be added to it. */
export interface Tableau {
  readonly rows: Decimal[][];
  readonly limits: Decimal[];
  readonly basis: number[];
  readonly reduced: Decimal[];
}

/** Results of 40 digits are compared with this much room. */
export const TOLERANCE: Decimal = new Decimal('1e-20');
const STEEPEST_PIVOTS = 300;

/** The least cost of non-negative variables under the rows, by the simplex method; Bland's rule ends it where steps repeat. */
export function solve(costs: readonly Decimal[], rows: readonly Row[]): Tableau {
  const slacks = rows.filter(({ basic }) => basic === null).length;
  const width = costs.length + slacks;
  let slack = costs.length;
  const basis = rows.map(({ basic }) => basic ?? slack++);
  const cells = rows.map((row, i) => {
    const line: Decimal[] = Array.from({ length: width }, () => ZERO);
    for (const [at, value] of row.coefficients) line[at] = value;
    line[basis[i] ?? 0] = new Decimal(1);
    return line;
  });
  const reduced = Array.from({ length: width }, (_, j) => costs[j] ?? ZERO);
  const tableau: Tableau = { rows: cells, limits: rows.map(({ limit }) => limit), basis, reduced };
  cells.forEach((line, i) => {
    subtract(reduced, line, costs[basis[i] ?? 0] ?? ZERO);
  });
  for (let pivots = 0; ; pivots += 1) {
    const entering = pivots < STEEPEST_PIVOTS ? steepest(reduced) : reduced.findIndex((cost) => cost.lt(TOLERANCE.neg()));
    if (entering < 0) return tableau;
    const leaving = leavingRow(tableau, entering);
    if (leaving < 0) throw new RangeError('The programme has no least cost.');
    pivot(tableau, leaving, entering);
  }
}

function steepest(reduced: readonly Decimal[]): number {
  let best = -1;
  reduced.forEach((cost, j) => {
    if (cost.lt(TOLERANCE.neg()) && (best < 0 || cost.lt(reduced[best] ?? ZERO))) best = j;
  });
  return best;
}

function leavingRow({ rows, limits, basis }: Tableau, entering: number): number {
  let best = -1;
  let bestRatio = ZERO;
  rows.forEach((row, i) => {
    const cell = row[entering] ?? ZERO;
    if (cell.lte(TOLERANCE)) return;
    const ratio = (limits[i] ?? ZERO).div(cell);
    const difference = ratio.minus(bestRatio);
    const closer = difference.lt(TOLERANCE.neg()) || (difference.lte(TOLERANCE) && (basis[i] ?? 0) < (basis[best] ?? 0));
    if (best < 0 || closer) {
      best = i;
      bestRatio = ratio;
    }
  });
  return best;
}

function pivot(tableau: Tableau, leaving: number, entering: number): void {
  const { rows, limits, basis, reduced } = tableau;
  const row = rows[leaving] ?? [];
  const cell = row[entering] ?? ZERO;
  const scaled = row.map((value) => (value.isZero() ? value : value.div(cell)));
  const limit = (limits[leaving] ?? ZERO).div(cell);
  rows[leaving] = scaled;
  limits[leaving] = limit;
  rows.forEach((other, i) => {
    const factor = other[entering] ?? ZERO;
    if (i === leaving || factor.isZero()) return;
    subtract(other, scaled, factor);
    other[entering] = ZERO;
    limits[i] = clean((limits[i] ?? ZERO).minus(factor.times(limit)));
  });
  subtract(reduced, scaled, reduced[entering] ?? ZERO);
  reduced[entering] = ZERO;
  basis[leaving] = entering;
}

function subtract(target: Decimal[], row: readonly Decimal[], factor: Decimal): void {
  if (factor.isZero()) return;
  row.forEach((value, j) => {
    if (!value.isZero()) target[j] = clean((target[j] ?? ZERO).minus(value.times(factor)));
  });
}

function clean(value: Decimal): Decimal {
  return value.abs().lt(TOLERANCE) ? ZERO : value;
}

/** The solved state with one more limit on a variable (at most, or at least), solved again by the dual method; null where nothing satisfies it. */
export function restrict(from: Tableau, variable: number, side: 'at most' | 'at least', bound: Decimal): Tableau | null {
  const sign = new Decimal(side === 'at most' ? 1 : -1);
  const width = from.reduced.length;
  const tableau: Tableau = {
    rows: from.rows.map((row) => [...row, ZERO]),
    limits: [...from.limits],
    basis: [...from.basis],
    reduced: [...from.reduced, ZERO],
  };
  const line: Decimal[] = Array.from({ length: width + 1 }, () => ZERO);
  line[variable] = sign;
  line[width] = new Decimal(1);
  let limit = sign.times(bound);
  const holder = from.basis.indexOf(variable);
  if (holder >= 0) {
    subtract(line, tableau.rows[holder] ?? [], sign);
    limit = limit.minus(sign.times(from.limits[holder] ?? ZERO));
  }
  tableau.rows.push(line);
  tableau.limits.push(clean(limit));
  tableau.basis.push(width);
  return dual(tableau);
}

function dual(tableau: Tableau): Tableau | null {
  for (;;) {
    const leaving = tableau.limits.findIndex((limit) => limit.lt(TOLERANCE.neg()));
    if (leaving < 0) return tableau;
    const row = tableau.rows[leaving] ?? [];
    let entering = -1;
    let bestRatio = ZERO;
    row.forEach((cell, j) => {
      if (cell.gte(TOLERANCE.neg())) return;
      const ratio = (tableau.reduced[j] ?? ZERO).div(cell.neg());
      if (entering < 0 || ratio.lt(bestRatio)) {
        entering = j;
        bestRatio = ratio;
      }
    });
    if (entering < 0) return null;
    pivot(tableau, leaving, entering);
  }
}

/** The value of each of the first variables. */
export function valuesOf({ limits, basis }: Tableau, count: number): Decimal[] {
  const values: Decimal[] = Array.from({ length: count }, () => ZERO);
  basis.forEach((variable, i) => {
    if (variable < count) values[variable] = limits[i] ?? ZERO;
  });
  return values;
}
