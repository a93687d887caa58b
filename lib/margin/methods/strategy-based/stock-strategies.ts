import { Decimal, ONE, sumDecimals } from '@/lib/core/decimal';
import { initialStock, maintenanceStock } from './single-margin';
import { FIGURES, type Figure } from './strategy-figures';
import {
  intrinsic,
  type OptionLine,
  outOfTheMoney,
  type StockLine,
  type Strategy,
  type StrategyLine,
  type StrategyMarket,
} from './strategy-line';

type Indexed<T> = { readonly at: number; readonly line: T };

interface Hedge {
  readonly kind: string;
  readonly options: readonly Indexed<OptionLine>[];
  /** For one unit. */
  readonly maintenance: Decimal;
  readonly formula: string;
  readonly figures: readonly Figure[];
}

/** Every strategy of options with the stock under them: covered, protected, conversions, reverse conversions and collars. */
export function stockStrategies(lines: readonly StrategyLine[], market: StrategyMarket): Strategy[] {
  const stocks = lines.flatMap((line, at) => (line.kind === 'stock' ? [{ at, line }] : []));
  const options = lines.flatMap((line, at) => (line.kind === 'stock' ? [] : [{ at, line }]));
  return stocks.flatMap((stock) => {
    const covering = options.filter(({ line }) => !line.long && (line.kind === 'call') === stock.line.long);
    const protecting = options.filter(({ line }) => line.long && (line.kind === 'put') === stock.line.long);
    return [
      ...covering.map((short) => covered(stock.line, short)),
      ...protecting.map((long) => protectedStock(stock.line, long)),
      ...covering.flatMap((short) => protecting.flatMap((long) => bothSides(stock.line, short, long))),
    ].map((hedge) => strategyOf(stock, hedge, market));
  });
}

/** The stock is valued no better than the exercise price of the short option that it covers. */
function covered(stock: StockLine, short: Indexed<OptionLine>): Hedge {
  const inTheMoney = intrinsic(short.line, stock.value);
  const valued = stock.long ? Decimal.min(stock.value, short.line.strike) : stock.value;
  const { amount, figures } = maintenanceStock({ ...stock, value: valued });
  return {
    kind: `Covered ${short.line.kind}`,
    options: [short],
    maintenance: amount.plus(inTheMoney),
    formula:
      'strategy.covered: maintenance of the stock, valued no better than the exercise price, + in-the-money amount of the short option',
    figures,
  };
}

function protectedStock(stock: StockLine, long: Indexed<OptionLine>): Hedge {
  const { amount, figures } = maintenanceStock(stock);
  const hedged = hedgedStock(stock, long).plus(outOfTheMoney(long.line, stock.value));
  return {
    kind: `Protective ${long.line.kind}`,
    options: [long],
    maintenance: Decimal.min(hedged, amount),
    formula: `strategy.protective: min(${stock.long ? '' : 'exercise price + '}percentage × exercise price + out-of-the-money amount, maintenance of the stock)`,
    figures: [FIGURES.hedge, ...figures],
  };
}

/** The percentage of the exercise price; short stock is taken at the price at which the long call buys it back. */
function hedgedStock(stock: StockLine, long: Indexed<OptionLine>): Decimal {
  const percentage = FIGURES.hedge.ratio.times(long.line.strike);
  return stock.long ? percentage : percentage.plus(long.line.strike);
}

function bothSides(stock: StockLine, short: Indexed<OptionLine>, long: Indexed<OptionLine>): Hedge[] {
  if (short.line.expiry !== long.line.expiry || !short.line.units.eq(long.line.units)) return [];
  const options = [short, long];
  const hedge = hedgedStock(stock, long);
  if (short.line.strike.eq(long.line.strike)) {
    if (stock.long)
      return [
        {
          kind: 'Conversion',
          options,
          maintenance: hedge,
          formula: 'strategy.conversion: percentage × exercise price',
          figures: [FIGURES.hedge],
        },
      ];
    return [
      {
        kind: 'Reverse conversion',
        options,
        maintenance: hedge.plus(intrinsic(short.line, stock.value)),
        formula: 'strategy.reverse-conversion: exercise price + percentage × exercise price + in-the-money amount of the short put',
        figures: [FIGURES.hedge],
      },
    ];
  }
  if (!stock.long || !long.line.strike.lt(short.line.strike)) return [];
  const alternative = FIGURES.collarCall.ratio.times(short.line.strike);
  return [
    {
      kind: 'Collar',
      options,
      maintenance: Decimal.min(hedge.plus(outOfTheMoney(long.line, stock.value)), alternative),
      formula:
        'strategy.collar: min(percentage × put exercise price + out-of-the-money amount of the put, percentage × call exercise price)',
      figures: [FIGURES.hedge, FIGURES.collarCall],
    },
  ];
}

function strategyOf(stock: Indexed<StockLine>, hedge: Hedge, market: StrategyMarket): Strategy {
  const units = hedge.options[0]?.line.units ?? ONE;
  const maintenance = hedge.maintenance.times(units);
  const legs = [{ line: stock.at, ratio: units }, ...hedge.options.map(({ at }) => ({ line: at, ratio: ONE }))];
  if (market.stage === 'maintenance')
    return { kind: hedge.kind, legs, amount: maintenance, formula: hedge.formula, figures: hedge.figures };
  const regT = initialStock(stock.line);
  const paid = sumDecimals(hedge.options.filter(({ line }) => line.long).map(({ line }) => line.value));
  return {
    kind: hedge.kind,
    legs,
    amount: Decimal.max(regT.amount.times(units).plus(paid), maintenance),
    formula: `strategy.initial: max(initial of the stock + long options in full, maintenance); maintenance is ${hedge.formula}`,
    figures: [...regT.figures, ...hedge.figures],
  };
}
