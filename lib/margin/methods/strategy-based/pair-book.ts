import { Decimal, ZERO } from '@/lib/core/decimal';
import { findPairing, type Pairing } from './find-pairing';
import { optionStrategies } from './option-strategies';
import { singleMargin } from './single-margin';
import { stockStrategies } from './stock-strategies';
import type { StrategyLine, StrategyMarket } from './strategy-line';

/** Option lines of one underlier up to which the whole is searched at once; more are searched in blocks of so many, in order of expiry. */
export const MOST_LINES = 24;
/** Stands for an amount that cannot be computed, so that such a line is left on its own only where nothing takes it. */
const UNKNOWN_AMOUNT = new Decimal('1e10');

/** The cheapest pairing of one underlier's lines. `whole` is false where the lines were searched in blocks. */
export function pairBook(lines: readonly StrategyLine[], market: StrategyMarket): Omit<Pairing, 'amount'> & { readonly whole: boolean } {
  const stocks = lines.flatMap((line, at) => (line.kind === 'stock' ? [at] : []));
  const options = lines.flatMap((line, at) => (line.kind === 'stock' ? [] : [{ at, expiry: line.expiry }]));
  if (options.length <= MOST_LINES)
    return {
      ...pairBlock(
        lines,
        lines.map((_, at) => at),
        new Map(),
        market,
      ),
      whole: true,
    };
  const sorted = options.sort((a, b) => (a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : a.at - b.at)).map(({ at }) => at);
  const left = new Map(stocks.map((at) => [at, lines[at]?.quantity ?? ZERO]));
  const blocks: Pairing[] = [];
  for (let from = 0; from < sorted.length; from += MOST_LINES) {
    const last = from + MOST_LINES >= sorted.length;
    const open = stocks.filter((at) => left.get(at)?.gt(0));
    const block = pairBlock(lines, [...open, ...sorted.slice(from, from + MOST_LINES)], left, market);
    const stockAlone = block.alone.filter(({ line }) => left.has(line));
    for (const at of open) left.set(at, stockAlone.find(({ line }) => line === at)?.quantity ?? ZERO);
    blocks.push(last ? block : { ...block, alone: block.alone.filter(({ line }) => !left.has(line)) });
  }
  return {
    alone: blocks.flatMap((block) => block.alone),
    strategies: blocks.flatMap((block) => block.strategies),
    spreads: blocks.flatMap((block) => block.spreads),
    proven: blocks.every((block) => block.proven),
    atLeast: null,
    whole: false,
  };
}

function pairBlock(
  all: readonly StrategyLine[],
  chosen: readonly number[],
  left: ReadonlyMap<number, Decimal>,
  market: StrategyMarket,
): Pairing {
  const members = chosen.flatMap((at) => {
    const line = all[at];
    return line ? [{ at, line: { ...line, quantity: left.get(at) ?? line.quantity } }] : [];
  });
  const lines = members.map(({ line }) => line);
  const singles = lines.map((line) => singleMargin(line, market)?.amount ?? UNKNOWN_AMOUNT);
  const pairing = findPairing(lines, singles, [...stockStrategies(lines, market), ...optionStrategies(lines, market)]);
  const original = (line: number): number => members[line]?.at ?? line;
  return {
    ...pairing,
    alone: pairing.alone.map(({ line, quantity }) => ({ line: original(line), quantity })),
    strategies: pairing.strategies.map(({ strategy, count }) => ({
      count,
      strategy: { ...strategy, legs: strategy.legs.map(({ line, ratio }) => ({ line: original(line), ratio })) },
    })),
    spreads: pairing.spreads.map((group) => group.map(({ line, contracts }) => ({ line: original(line), contracts }))),
  };
}
