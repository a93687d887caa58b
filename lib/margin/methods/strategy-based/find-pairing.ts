import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { restrict, solve, type Tableau, valuesOf } from './linear-programme';
import { type PairingProgramme, pairingProgramme } from './pairing-programme';
import { isBalanced, largestLoss, type SpreadLeg } from './spread-group';
import type { Strategy, StrategyLine } from './strategy-line';

/** A valid division of the lines: every contract and share stands in one place. */
export interface Pairing {
  readonly alone: readonly { readonly line: number; readonly quantity: Decimal }[];
  readonly strategies: readonly { readonly strategy: Strategy; readonly count: Decimal }[];
  readonly spreads: readonly (readonly { readonly line: number; readonly contracts: Decimal }[])[];
  readonly amount: Decimal;
  /** False where the search ended at its limit: the pairing is valid and a cheaper one may exist. */
  readonly proven: boolean;
  /** Where the search ended at its limit: no pairing is below this. */
  readonly atLeast: Decimal | null;
}

/** Programmes solved for one underlier before the search ends with the best that it has. */
const MOST_PROGRAMMES = 200;
/** Decimal places of the bound that is stated, rounded down. */
const BOUND_PLACES = 2;
/** What rounding may leave between a value and the whole number that it is. */
const NEAR_WHOLE = 1e-6;
/** A branch that promises less than this share of a saving is left: a hundredth of a cent on a million. */
const NO_SAVING = 1e-10;

/**
 * The cheapest pairing of the lines of one underlier, by branch and bound: the programme without whole numbers bounds every branch from below, and
 * a branch that cannot beat the best pairing found is left. Lines come in a fixed order, so the result is one of the same whatever the rows' order.
 */
export function findPairing(lines: readonly StrategyLine[], singles: readonly Decimal[], strategies: readonly Strategy[]): Pairing {
  const programme = pairingProgramme(lines, singles, strategies);
  let best = pairingOf(
    programme,
    programme.costs.map(() => 0),
    lines,
    singles,
    strategies,
  );
  const open: Tableau[] = [solve(programme.costs, programme.rows)];
  let solved = 1;
  const costs = programme.costs.map((cost) => cost.toNumber());
  let bound: Decimal | null = null;
  for (let tableau = open.pop(); tableau; tableau = open.pop()) {
    const values = valuesOf(tableau, costs.length);
    const cost = values.reduce((sum, value, i) => sum + value * (costs[i] ?? 0), 0);
    bound ??= new Decimal(cost).toDecimalPlaces(BOUND_PLACES, Decimal.ROUND_FLOOR);
    const toBeat = best.amount.toNumber();
    if (cost >= toBeat - NO_SAVING * Math.max(1, Math.abs(toBeat))) continue;
    const found = pairingOf(programme, values, lines, singles, strategies);
    if (found.amount.lt(best.amount)) best = found;
    const broken = programme.whole.find((variable) => !isWhole(values[variable] ?? 0));
    if (broken === undefined) continue;
    if (solved >= MOST_PROGRAMMES) return { ...best, proven: false, atLeast: bound };
    const value = values[broken] ?? 0;
    const up = restrict(tableau, broken, 'at least', Math.floor(value) + 1);
    const down = restrict(tableau, broken, 'at most', Math.floor(value));
    solved += 2;
    // The last one pushed is looked into first: the nearer whole number.
    for (const branch of value - Math.floor(value) > 0.5 ? [down, up] : [up, down]) if (branch) open.push(branch);
  }
  return best;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < NEAR_WHOLE;
}

function wholeOf(value: number): Decimal {
  return new Decimal(isWhole(value) ? Math.round(value) : Math.floor(value));
}

/** The pairing that a solution stands for, parts of contracts left on their own; its amount is exact. */
function pairingOf(
  programme: PairingProgramme,
  values: readonly number[],
  lines: readonly StrategyLine[],
  singles: readonly Decimal[],
  strategies: readonly Strategy[],
): Pairing {
  const left = lines.map(({ quantity }) => quantity);
  const take = (line: number, quantity: Decimal): void => {
    left[line] = (left[line] ?? ZERO).minus(quantity);
  };
  const used = strategies.flatMap((strategy, i) => {
    const count = wholeOf(values[programme.strategiesAt + i] ?? 0);
    if (count.lt(1)) return [];
    for (const { line, ratio } of strategy.legs) take(line, ratio.times(count));
    return [{ strategy, count }];
  });
  const spreads = programme.groups.flatMap(({ legs }) => {
    const group = balanced(
      legs.map(({ line, variable }) => ({ line, contracts: wholeOf(values[variable] ?? 0) })),
      lines,
    ).filter(({ contracts }) => contracts.gte(1));
    if (group.length === 0 || !isBalanced(spreadLegs(group, lines))) return [];
    for (const { line, contracts } of group) take(line, contracts);
    return [group];
  });
  const alone = left.flatMap((quantity, line) => (quantity.gt(0) ? [{ line, quantity }] : []));
  const amount = sumDecimals([
    ...alone.map(({ line, quantity }) => quantity.times(singles[line] ?? ZERO)),
    ...used.map(({ strategy, count }) => strategy.amount.times(count)),
    ...spreads.map((group) => spreadAmount(spreadLegs(group, lines))),
  ]);
  return { alone, strategies: used, spreads, amount, proven: true, atLeast: null };
}

/** The spread without the contracts that rounding left over on one side, taken from its last legs. */
function balanced(group: Pairing['spreads'][number], lines: readonly StrategyLine[]): Pairing['spreads'][number] {
  const over = { call: ZERO, put: ZERO };
  for (const { option, contracts } of spreadLegs(group, lines))
    over[option.kind] = over[option.kind].plus(option.units.times(contracts).times(option.long ? 1 : -1));
  return [...group]
    .reverse()
    .map((leg) => {
      const option = lines[leg.line];
      if (!option || option.kind === 'stock' || over[option.kind].isZero() || over[option.kind].gt(0) !== option.long) return leg;
      const cut = Decimal.min(leg.contracts, over[option.kind].abs().div(option.units).floor());
      over[option.kind] = over[option.kind].minus(option.units.times(cut).times(option.long ? 1 : -1));
      return { line: leg.line, contracts: leg.contracts.minus(cut) };
    })
    .reverse();
}

/** Long options in full and the largest loss. */
export function spreadAmount(legs: readonly SpreadLeg[]): Decimal {
  const paid = legs.filter(({ option }) => option.long).map(({ option, contracts }) => option.value.times(contracts));
  return sumDecimals([...paid, largestLoss(legs).loss]);
}

/** The legs of a spread with their options. */
export function spreadLegs(group: Pairing['spreads'][number], lines: readonly StrategyLine[]): SpreadLeg[] {
  return group.flatMap(({ line, contracts }) => {
    const option = lines[line];
    return option && option.kind !== 'stock' ? [{ option, contracts }] : [];
  });
}
