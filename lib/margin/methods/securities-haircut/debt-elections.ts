import { type Decimal, ZERO } from '@/lib/core/decimal';
import { buildNode, buildSum, numberInput, slug } from '../build-node';
import { addMonths } from '../calendar';
import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';
import type { DebtBook, DebtMove } from './debt-book';
import { HEDGE_CLASSES, type HedgeClass, ratioOf } from './paragraph-f';
import type { Part } from './part';
import type { SecurityLine } from './security-line';

/** A hedge by (F)(2): the pair, which of it is hedged, and what (F)(3) or (4) deducts. */
export interface HedgePair extends DebtMove {
  readonly hedged: SecurityLine;
  readonly reference: ParameterReference;
  readonly deduction: Decimal;
}

/** (A)(3)(i): both maturities within these months, no further apart than so many; the categories meet at the boundary. */
const WINDOWS = [
  { from: 9, boundary: 12, to: 15, apart: 3 },
  { from: 24, boundary: 36, to: 48, apart: 12 },
  { from: 96, boundary: 120, to: 144, apart: 24 },
] as const;

/**
 * (A)(3): governments of neighbouring categories, one long and one short, whose maturities are near: the value that they have in common leaves its
 * categories, the rest of the larger stays where it is. The one that has the fewest partners (the latest of the longer category) is paired first; each pair
 * only as far as it lowers the deduction. Changes `open` of the lines.
 */
export function netAcrossCategories(governments: readonly SecurityLine[], book: DebtBook, asOf: string): DebtMove[] {
  const moves: DebtMove[] = [];
  for (const { from, boundary, to, apart } of WINDOWS) {
    const [first, middle, last] = [from, boundary, to].map((months) => addMonths(asOf, months)) as [string, string, string];
    const inside = governments.filter((line) => maturityOf(line) >= first && maturityOf(line) <= last);
    for (const lowerIsLong of [true, false]) {
      const lower = inside.filter((line) => maturityOf(line) < middle && line.long === lowerIsLong).sort(latestFirst);
      const upper = inside.filter((line) => maturityOf(line) >= middle && line.long !== lowerIsLong).sort(latestFirst);
      let at = 0;
      for (const one of upper) {
        while (!one.open.isZero()) {
          while (lower[at]?.open.isZero()) at += 1;
          const other = lower[at];
          if (other === undefined || addMonths(maturityOf(other), apart) < maturityOf(one)) break;
          const move = lowerIsLong ? book.take(other, one, ZERO) : book.take(one, other, ZERO);
          if (move !== null) moves.push(move);
          if (move === null || !(one.open.isZero() || other.open.isZero())) break;
        }
      }
    }
  }
  return moves;
}

/**
 * (F)(2): nonconvertible debt hedged with governments, then with other such debt. Partners are found in order of maturity, which pairs as much as can be
 * paired; each pair only as far as it lowers the deduction. Changes `open` of the lines.
 */
export function hedgeCorporates(
  corporates: readonly SecurityLine[],
  governments: readonly SecurityLine[],
  book: DebtBook,
  asOf: string,
): HedgePair[] {
  return [
    ...HEDGE_CLASSES.flatMap((hedge) =>
      [true, false].flatMap((long) => pairs(hedge, side(corporates, long), side(governments, !long), hedge.government, book, asOf)),
    ),
    ...HEDGE_CLASSES.flatMap((hedge) => pairs(hedge, side(corporates, true), side(corporates, false), hedge.corporate, book, asOf)),
  ];
}

function side(lines: readonly SecurityLine[], long: boolean): SecurityLine[] {
  return lines.filter((line) => line.long === long);
}

function pairs(
  { from, below, apart }: HedgeClass,
  hedged: readonly SecurityLine[],
  hedging: readonly SecurityLine[],
  reference: ParameterReference,
  book: DebtBook,
  asOf: string,
): HedgePair[] {
  const inside = (line: SecurityLine) =>
    maturityOf(line) >= addMonths(asOf, from) && (below === null || maturityOf(line) < addMonths(asOf, below)) && !line.open.isZero();
  const first = hedged.filter(inside).sort(earliestFirst);
  const second = hedging.filter(inside).sort(earliestFirst);
  const found: HedgePair[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const one = first[i];
    const other = second[j];
    if (one === undefined || other === undefined) return found;
    if (other.open.isZero() || addMonths(maturityOf(other), apart) < maturityOf(one)) j += 1;
    else if (one.open.isZero() || addMonths(maturityOf(one), apart) < maturityOf(other)) i += 1;
    else {
      const rate = ratioOf(reference);
      const move = one.long ? book.take(one, other, rate) : book.take(other, one, rate);
      if (move !== null) found.push({ ...move, hedged: one, reference, deduction: rate.times(move.value) });
      if (!(one.open.isZero() || other.open.isZero())) i += 1;
    }
  }
}

/** A deliverable government stands for its future with its own maturity. */
function maturityOf({ resolved: { position } }: SecurityLine): string {
  return (position.product === 'treasury_future' ? position.deliverableMaturity : position.maturity) ?? '';
}

function earliestFirst(a: SecurityLine, b: SecurityLine): number {
  const [first, second] = [maturityOf(a), maturityOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function latestFirst(a: SecurityLine, b: SecurityLine): number {
  return -earliestFirst(a, b);
}

/** The pairs of both elections. Those of (A)(3) carry nothing; a hedge of (F)(2) carries what (F)(3) or (4) deducts, on the hedged position. */
export function electionPart(moves: readonly DebtMove[], hedges: readonly HedgePair[], setPath: string, currency: string): Part {
  const path = `${setPath}/elections`;
  const netted = moves.map(({ long, short, value }) => ({
    node: buildNode({
      path: `${path}/${slug(long.id)}+${slug(short.id)}`,
      label: `${long.id} and ${short.id}`,
      level: 'pair',
      amount: ZERO,
      formula: 'haircut.A3: the value that both have in common leaves its categories',
      citations: [haircutRule('(A)(3)')],
      inputs: [
        numberInput('value in common', value, currency),
        { name: 'maturities', value: `${maturityOf(long)} and ${maturityOf(short)}` },
      ],
    }),
    shares: [[long.id, ZERO] as const, [short.id, ZERO] as const],
  }));
  const hedged = hedges.map(({ long, short, value, hedged: line, reference, deduction }) => ({
    node: buildNode({
      path: `${path}/${slug(long.id)}+${slug(short.id)}`,
      label: `${long.id} and ${short.id}`,
      level: 'pair',
      amount: deduction,
      formula: 'haircut.F2: percentage × market value of the hedged position; the hedging position leaves its bands',
      citations: [haircutRule('(F)(2)'), ...(reference.citation === null ? [] : [reference.citation])],
      parameters: [reference],
      inputs: [
        numberInput('market value hedged', value, currency),
        { name: 'maturities', value: `${maturityOf(long)} and ${maturityOf(short)}` },
      ],
    }),
    shares: [[line.id, deduction] as const, [line === long ? short.id : long.id, ZERO] as const],
  }));
  const parts: Part[] = [...netted, ...hedged];
  const node = buildSum({
    path,
    label: 'Governments and debt set against each other by election',
    level: 'class',
    citations: [haircutRule('(A)(3)'), haircutRule('(F)(2)')],
    assumptions: [
      'An election is used pair by pair, in order of maturity, and only where it lowers the deduction; part of a position may be elected.',
    ],
    children: parts.map((part) => part.node),
  });
  return { node, shares: parts.flatMap((part) => part.shares) };
}
