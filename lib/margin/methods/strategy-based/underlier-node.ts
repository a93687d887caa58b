import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildNode, buildSum, numberInput, slug } from '../build-node';
import type { PositionFailure } from '../group-failures';
import { groupFailures } from '../group-failures';
import type { MarginNode } from '../margin-node';
import { spreadAmount, spreadLegs } from './find-pairing';
import { MOST_LINES, pairBook } from './pair-book';
import type { UnderlierBook } from './read-lines';
import { singleMargin } from './single-margin';
import { largestLoss } from './spread-group';
import { spreadName } from './spread-name';
import { type Figure, rule4210 } from './strategy-figures';
import type { StrategyLine, StrategyMarket } from './strategy-line';

/** The node of one underlier, and what each line carries of it; lines without an amount have no entry. */
export interface UnderlierResult {
  readonly node: MarginNode;
  readonly shares: ReadonlyMap<number, Decimal>;
}

interface Leg {
  readonly line: number;
  readonly quantity: Decimal;
  readonly amount: Decimal;
}

interface StrategyPart {
  readonly kind: string;
  readonly formula: string;
  readonly figures: readonly Figure[];
  readonly legs: readonly Leg[];
  readonly inputs: MarginNode['inputs'];
}

/** The cheapest pairing of one underlier as a tree: underlier, strategies, legs. */
export function underlierResult(book: UnderlierBook, market: StrategyMarket, parentPath: string): UnderlierResult {
  const path = `${parentPath}/${slug(book.underlier)}`;
  const pairing = pairBook(book.lines, market);
  const failures: PositionFailure[] = [];
  const parts: StrategyPart[] = [];
  for (const group of pairing.spreads) parts.push(spreadPart(group, book.lines, market));
  for (const { strategy, count } of pairing.strategies) {
    const weights = strategy.legs.map(({ line, ratio }) => weightOf(book.lines[line], market).times(ratio));
    const amounts = allocate(strategy.amount.times(count), weights);
    const legs = strategy.legs.map(({ line, ratio }, i) => ({ line, quantity: ratio.times(count), amount: amounts[i] ?? ZERO }));
    parts.push({
      ...strategy,
      legs,
      inputs: [numberInput('strategies', count, 'count'), numberInput('amount of one', strategy.amount, market.currency)],
    });
  }
  for (const { line, quantity } of pairing.alone) {
    const facts = book.lines[line];
    const single = facts ? singleMargin(facts, market) : null;
    if (single)
      parts.push({
        ...single,
        legs: [{ line, quantity, amount: single.amount.times(quantity) }],
        inputs: [numberInput('amount of one', single.amount, market.currency)],
      });
    else
      for (const { id } of facts?.positions ?? [])
        failures.push({
          reason: 'MISSING_DATA',
          positionId: id,
          message:
            'The price of the underlier is missing: a short option needs the stock in the account, or a notional (contracts at the value of the underlier).',
        });
  }
  const shares = new Map<number, Decimal>();
  for (const { line, amount } of parts.flatMap(({ legs }) => legs)) shares.set(line, sumDecimals([shares.get(line) ?? ZERO, amount]));
  const node = buildSum({
    path,
    label: book.underlier,
    level: 'class',
    formula: 'strategy.cheapest-pairing: sum of the strategies of the cheapest valid pairing',
    inputs: market.price === null ? [] : [numberInput(`value of the underlier (${book.priceFrom})`, market.price, market.currency)],
    assumptions: searchNotes(pairing),
    failures: groupFailures(failures),
    children: parts.map((part, i) => partNode(part, `${path}/${i + 1}`, book.lines, market)),
  });
  return { node, shares };
}

function searchNotes({ whole, proven, atLeast }: ReturnType<typeof pairBook>): string[] {
  return [
    ...(whole
      ? []
      : [
          `More than ${MOST_LINES} option lines: searched in blocks of ${MOST_LINES} in order of expiry, so a cheaper pairing across blocks may exist.`,
        ]),
    ...(proven
      ? []
      : [
          `The search ended at its limit: the pairing is valid, and a cheaper one may exist${atLeast === null ? '' : `, none below ${atLeast.toDecimalPlaces(2, Decimal.ROUND_DOWN).toString()}`}.`,
        ]),
  ];
}

function spreadPart(group: Parameters<typeof spreadLegs>[0], lines: readonly StrategyLine[], market: StrategyMarket): StrategyPart {
  const legs = spreadLegs(group, lines);
  const { loss, at } = largestLoss(legs);
  const paid = spreadAmount(legs).minus(loss);
  const shorts = group.filter(({ line }) => !lines[line]?.long);
  const losses = allocate(
    loss,
    shorts.map(({ line, contracts }) => weightOf(lines[line], market).times(contracts)),
  );
  return {
    kind: spreadName(legs),
    formula: 'strategy.spread: long options in full + largest loss at any exercise price',
    figures: [],
    inputs: [
      numberInput('long options at market value', paid, market.currency),
      numberInput('largest loss', loss, market.currency),
      ...(at === null ? [] : [numberInput('underlier at the largest loss', at, market.currency)]),
    ],
    legs: group.map(({ line, contracts }) => {
      const short = shorts.findIndex((leg) => leg.line === line);
      return { line, quantity: contracts, amount: short < 0 ? (lines[line]?.value ?? ZERO).times(contracts) : (losses[short] ?? ZERO) };
    }),
  };
}

/** What a leg asks on its own, which its share of a strategy follows. */
function weightOf(line: StrategyLine | undefined, market: StrategyMarket): Decimal {
  return line ? (singleMargin(line, market)?.amount ?? line.value) : ZERO;
}

function partNode(part: StrategyPart, path: string, lines: readonly StrategyLine[], market: StrategyMarket): MarginNode {
  const references = new Map(part.figures.map(({ reference }) => [reference.name, reference]));
  const citations = new Map(
    [...references.values()].flatMap(({ citation }) => (citation ? [[citation.paragraph, citation] as const] : [])),
  );
  const parameters = [...references.values(), ...leverageOf(market)];
  const own = rule4210(`(f)(2), ${part.kind.startsWith('Spread') ? 'spread' : part.kind.toLowerCase()}`);
  return buildSum({
    path,
    label: part.kind,
    level: 'pair',
    formula: part.formula,
    citations: citations.size === 0 ? [own] : [...citations.values()],
    parameters,
    inputs: part.inputs,
    children: part.legs.map((leg, i) => legNode(leg, `${path}/${i + 1}`, lines[leg.line], market.currency)),
  });
}

function leverageOf({ leverage }: StrategyMarket): MarginNode['parameters'] {
  return leverage.eq(1)
    ? []
    : [{ name: 'leverage of the fund', value: leverage.toString(), unit: 'times', citation: rule4210('leveraged funds') }];
}

function legNode(leg: Leg, path: string, line: StrategyLine | undefined, currency: string): MarginNode {
  const side = line?.long ? 'long' : 'short';
  const label = !line || line.kind === 'stock' ? `${side} stock` : `${side} ${line.kind} ${line.strike.toString()} ${line.expiry}`;
  return buildNode({
    path,
    label: `${label} × ${leg.quantity.toString()}`,
    level: 'position',
    amount: leg.amount,
    formula: "strategy.share: the leg's part of the strategy's amount",
    inputs: line
      ? [
          { name: 'positions', value: line.positions.map(({ id }) => id).join(', ') },
          numberInput('quantity', leg.quantity, line.kind === 'stock' ? 'shares' : 'contracts'),
          numberInput('market value of one', line.value, currency),
          ...(line.kind === 'stock' ? [] : [numberInput('units of one', line.units, 'units')]),
        ]
      : [],
  });
}
