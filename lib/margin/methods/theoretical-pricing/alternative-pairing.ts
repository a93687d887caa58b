import { Decimal, ZERO } from '@/lib/core/decimal';
import { ratioOf } from '../securities-haircut/paragraph-f';
import { OTHER_SECURITIES_FIGURE } from '../securities-haircut/paragraph-j';
import { solve, valuesOf } from '../strategy-based/linear-programme';
import type { Figure } from '../strategy-based/strategy-figures';
import { type AlternativeLine, moneyness } from './alternative-lines';
import { appendixA } from './valuation-points';

function dollars(name: string, value: string, ratio: string, paragraph: string): Figure {
  return {
    ratio: new Decimal(ratio),
    reference: { name, value, unit: 'USD for a contract on 100 shares', citation: appendixA(paragraph) },
  };
}

/** The figures of (b)(2)(iii); amounts in dollars are for one unit of the underlier, as the ratio, and for a contract on 100 as they are shown. */
export const ALTERNATIVE_FIGURES = {
  shortLeast: dollars('short option, least', '250', '2.5', '(b)(2)(iii)(A)-(B)'),
  hedgeLeast: dollars('option against the underlier, least', '25', '0.25', '(b)(2)(iii)(D)'),
  shortShare: {
    ratio: new Decimal('0.5'),
    reference: {
      name: 'short option, least',
      value: '50',
      unit: 'percent of the percentage of the underlier',
      citation: appendixA('(b)(2)(iii)(A)-(B)'),
    },
  },
  long: {
    ratio: new Decimal('0.5'),
    reference: { name: 'long option', value: '50', unit: 'percent of market value', citation: appendixA('(b)(2)(iii)(C)') },
  },
} as const satisfies Readonly<Record<string, Figure>>;

/** One or two lines charged together, so many units of each. */
export interface AlternativeStrategy {
  readonly lines: readonly number[];
  readonly units: Decimal;
  /** For one unit. */
  readonly rate: Decimal;
  readonly paragraph: string;
}

const PERCENTAGE = ratioOf(OTHER_SECURITIES_FIGURE);

/** What a line is charged by itself, for one unit: 15 % of the underlier (J); a short option (A)-(B); half of a long option (C). */
export function aloneRate(line: AlternativeLine, price: Decimal, dollar: Decimal): { readonly rate: Decimal; readonly paragraph: string } {
  const haircut = price.times(PERCENTAGE);
  if (line.kind === 'stock') return { rate: haircut, paragraph: '' };
  if (line.long) return { rate: line.value.times(ALTERNATIVE_FIGURES.long.ratio), paragraph: '(b)(2)(iii)(C)' };
  const out = Decimal.max(moneyness(line, price).neg(), ZERO);
  const least = Decimal.max(ALTERNATIVE_FIGURES.shortLeast.ratio.times(dollar), haircut.times(ALTERNATIVE_FIGURES.shortShare.ratio));
  return { rate: Decimal.max(haircut.minus(out), least), paragraph: line.kind === 'call' ? '(b)(2)(iii)(A)' : '(b)(2)(iii)(B)' };
}

/** What two lines are charged together, for one unit of each; null where (b)(2) names no such strategy. */
export function pairRate(
  a: AlternativeLine,
  b: AlternativeLine,
  price: Decimal,
  dollar: Decimal,
): { readonly rate: Decimal; readonly paragraph: string } | null {
  const stock = a.kind === 'stock' ? a : b.kind === 'stock' ? b : null;
  if (stock === null) return spreadRate(a, b);
  const option = stock === a ? b : a;
  if (option.kind === 'stock') return null;
  const haircut = price.times(PERCENTAGE);
  const inside = moneyness(option, price);
  const least = ALTERNATIVE_FIGURES.hedgeLeast.ratio.times(dollar);
  const [intrinsic, out] = [Decimal.max(inside, ZERO), Decimal.max(inside.neg(), ZERO)];
  if (option.long && option.kind === (stock.long ? 'put' : 'call')) {
    const paragraph = stock.long ? '(b)(2)(iii)(D)(1)' : '(b)(2)(iii)(D)(2)';
    return { rate: Decimal.max(Decimal.min(haircut, out), Decimal.min(least, intrinsic)), paragraph };
  }
  if (!option.long && option.kind === 'call' && stock.long)
    return { rate: Decimal.max(haircut.minus(intrinsic), least), paragraph: '(b)(2)(iii)(D)(3)' };
  return null;
}

/** (E): the long option expires on the same day as the short one or later; what exercise of both may cost, or nothing. */
function spreadRate(a: AlternativeLine, b: AlternativeLine): { readonly rate: Decimal; readonly paragraph: string } | null {
  if (a.kind !== b.kind || a.long === b.long) return null;
  const [long, short] = a.long ? [a, b] : [b, a];
  if (long.expiry < short.expiry) return null;
  const cost = long.kind === 'call' ? long.strike.minus(short.strike) : short.strike.minus(long.strike);
  return { rate: Decimal.max(cost, ZERO), paragraph: long.kind === 'call' ? '(b)(2)(iii)(E)(1)' : '(b)(2)(iii)(E)(2)' };
}

/** Places that the units of a pair are found to. */
const UNIT_PLACES = 6;

/** Lines up to which all pairs are weighed at once; more are paired in blocks, in their order. */
export const MOST_LINES = 40;

/**
 * The cheapest way to charge the lines of one underlier alone or in pairs: a transport programme over units of the underlier, every line on one side or the
 * other, so its solution needs no parts of units beyond those that the lines have.
 */
export function pairAlternatives(lines: readonly AlternativeLine[], price: Decimal, dollar: Decimal): AlternativeStrategy[] {
  const options = lines.flatMap((line, at) => (line.kind === 'stock' ? [] : [at]));
  const stock = lines.findIndex(({ kind }) => kind === 'stock');
  let left = lines[stock]?.units ?? ZERO;
  const found: AlternativeStrategy[] = [];
  for (let from = 0; from === 0 || from < options.length; from += MOST_LINES) {
    const last = from + MOST_LINES >= options.length;
    const block = [...(stock >= 0 && left.gt(0) ? [stock] : []), ...options.slice(from, from + MOST_LINES)];
    for (const strategy of pairBlock(lines, block, (at) => (at === stock ? left : (lines[at]?.units ?? ZERO)), price, dollar)) {
      const stockAlone = strategy.lines.length === 1 && strategy.lines[0] === stock;
      if (!stockAlone || last) found.push(strategy);
      if (!stockAlone && strategy.lines.includes(stock)) left = left.minus(strategy.units);
    }
  }
  return found;
}

function pairBlock(
  lines: readonly AlternativeLine[],
  block: readonly number[],
  unitsOf: (at: number) => Decimal,
  price: Decimal,
  dollar: Decimal,
): AlternativeStrategy[] {
  const choices: Omit<AlternativeStrategy, 'units'>[] = block.flatMap((at) => {
    const line = lines[at];
    return line ? [{ lines: [at], ...aloneRate(line, price, dollar) }] : [];
  });
  const alone = choices.map(({ rate }) => rate);
  block.forEach((first, i) => {
    block.forEach((second, j) => {
      const [a, b] = [lines[first], lines[second]];
      const pair = i < j && a && b ? pairRate(a, b, price, dollar) : null;
      if (pair?.rate.lt((alone[i] ?? ZERO).plus(alone[j] ?? ZERO))) choices.push({ lines: [first, second], ...pair });
    });
  });
  const rows = block.map((at, i) => ({
    coefficients: new Map(choices.flatMap((choice, variable) => (choice.lines.includes(at) ? [[variable, new Decimal(1)] as const] : []))),
    limit: unitsOf(at),
    basic: i,
  }));
  const values = valuesOf(
    solve(
      choices.map(({ rate }) => rate),
      rows,
    ),
    choices.length,
  );
  // the search says how many units each pair has; what that leaves of a line is charged alone, exactly
  const left = new Map(block.map((at) => [at, unitsOf(at)]));
  const units = choices.map((choice, i) => {
    if (choice.lines.length === 1) return ZERO;
    const most = Decimal.min(...choice.lines.map((at) => left.get(at) ?? ZERO));
    const paired = Decimal.min(new Decimal(values[i] ?? 0).toDecimalPlaces(UNIT_PLACES, Decimal.ROUND_HALF_UP), most);
    for (const at of choice.lines) left.set(at, (left.get(at) ?? ZERO).minus(paired));
    return paired;
  });
  return choices.flatMap((choice, i) => {
    const [only = -1] = choice.lines;
    const of = choice.lines.length === 1 ? (left.get(only) ?? ZERO) : (units[i] ?? ZERO);
    return of.gt(0) ? [{ ...choice, units: of }] : [];
  });
}
