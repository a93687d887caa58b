import { ONE } from '@/lib/core/decimal';
import { type Priced, singleMargin } from './single-margin';
import { FIGURES } from './strategy-figures';
import type { OptionLine, Strategy, StrategyLine, StrategyMarket } from './strategy-line';

type Indexed = { readonly at: number; readonly line: OptionLine };

/** Strategies of options whose amount is not their largest loss: short straddles and strangles, and long boxes of European, cash-settled options. */
export function optionStrategies(lines: readonly StrategyLine[], market: StrategyMarket): Strategy[] {
  const options = lines.flatMap((line, at) => (line.kind === 'stock' ? [] : [{ at, line }]));
  return [...straddles(options, market), ...longBoxes(options)];
}

function straddles(options: readonly Indexed[], market: StrategyMarket): Strategy[] {
  const shorts = options.flatMap((option) => {
    const single = option.line.long ? null : singleMargin(option.line, market);
    return single ? [{ ...option, single }] : [];
  });
  const calls = shorts.filter(({ line }) => line.kind === 'call');
  const puts = shorts.filter(({ line }) => line.kind === 'put');
  return calls.flatMap((call) => puts.filter((put) => put.line.units.eq(call.line.units)).map((put) => straddle(call, put)));
}

function straddle(call: Indexed & { single: Priced }, put: Indexed & { single: Priced }): Strategy {
  const difference = put.single.amount.cmp(call.single.amount);
  // Of equal ones the rule names neither: the dearer choice is taken.
  const putFirst = difference > 0 || (difference === 0 && call.line.value.gt(put.line.value));
  const [greater, other] = putFirst ? [put, call] : [call, put];
  const same = call.line.strike.eq(put.line.strike) && call.line.expiry === put.line.expiry;
  return {
    kind: same ? 'Short straddle' : 'Short strangle',
    legs: [call, put].map(({ at }) => ({ line: at, ratio: ONE })),
    amount: greater.single.amount.plus(other.line.value),
    formula: 'strategy.straddle: the greater of the short call and the short put on their own + market value of the other',
    figures: greater.single.figures,
  };
}

function longBoxes(options: readonly Indexed[]): Strategy[] {
  const eligible = options.filter(({ line }) => line.european && line.cashSettled);
  const spreads = eligible
    .filter(({ line }) => line.kind === 'call' && line.long)
    .flatMap((low) =>
      eligible
        .filter(({ line }) => line.kind === 'call' && !line.long && line.strike.gt(low.line.strike) && together(line, low.line))
        .map((high) => ({ low, high })),
    );
  return spreads.flatMap(({ low, high }) => {
    const puts = eligible.filter(({ line }) => line.kind === 'put' && together(line, low.line));
    const longs = puts.filter(({ line }) => line.long && line.strike.eq(high.line.strike));
    const shorts = puts.filter(({ line }) => !line.long && line.strike.eq(low.line.strike));
    const amount = FIGURES.box.ratio.times(high.line.strike.minus(low.line.strike)).times(low.line.units);
    return longs.flatMap((long) =>
      shorts.map((short) => ({
        kind: 'Long box',
        legs: [low, high, long, short].map(({ at }) => ({ line: at, ratio: ONE })),
        amount,
        formula: 'strategy.long-box: percentage × difference of exercise prices',
        figures: [FIGURES.box],
      })),
    );
  });
}

function together(a: OptionLine, b: OptionLine): boolean {
  return a.expiry === b.expiry && a.units.eq(b.units);
}
