import { Decimal } from '@/lib/core/decimal';
import { addMonths } from '../calendar';
import { FIGURES, type Figure, LOW_PRICE } from './strategy-figures';
import {
  intrinsic,
  type OptionLine,
  outOfTheMoney,
  type StockLine,
  type Strategy,
  type StrategyLine,
  type StrategyMarket,
} from './strategy-line';

/** An amount with how it came about. */
export type Priced = Pick<Strategy, 'kind' | 'amount' | 'formula' | 'figures'>;

/** The amount for one contract or share on its own; null where the price of the underlier is needed and not known. */
export function singleMargin(line: StrategyLine, market: StrategyMarket): Priced | null {
  if (line.kind === 'stock') return stockMargin(line, market);
  return line.long ? longOption(line, market) : shortOption(line, market);
}

function longOption(line: OptionLine, market: StrategyMarket): Priced | null {
  const kind = `Long ${line.kind}`;
  const paid = { kind, amount: line.value, formula: 'strategy.long: market value, paid in full', figures: [] };
  if (!market.longTermCredit || line.expiry <= addMonths(market.asOf, 9)) return paid;
  if (!line.otc)
    return {
      kind,
      amount: line.value.times(FIGURES.longTerm.ratio),
      formula: 'strategy.long-term: percentage × market value',
      figures: [FIGURES.longTerm],
    };
  if (market.price === null || line.european) return paid;
  const inTheMoney = Decimal.min(intrinsic(line, market.price).times(line.units), line.value);
  return {
    kind,
    amount: line.value.minus(inTheMoney.times(FIGURES.longTermOtc.ratio)),
    formula: 'strategy.long-term-otc: market value − percentage × intrinsic value',
    figures: [FIGURES.longTermOtc],
  };
}

function shortFigure(line: OptionLine): Figure {
  if (line.otc) return line.broadIndex ? FIGURES.shortOtcBroad : FIGURES.shortOtc;
  return line.broadIndex ? FIGURES.shortBroad : FIGURES.short;
}

function shortOption(line: OptionLine, market: StrategyMarket): Priced | null {
  if (market.price === null) return null;
  const figure = shortFigure(line);
  const percentage = figure.ratio.times(market.leverage).times(market.price).minus(outOfTheMoney(line, market.price));
  const least = FIGURES.shortLeast.ratio.times(market.leverage).times(line.kind === 'call' ? market.price : line.strike);
  return {
    kind: `Short ${line.kind}`,
    amount: line.value.plus(Decimal.max(percentage, least).times(line.units)),
    formula: 'strategy.short: market value + max(percentage × underlying value − out-of-the-money amount, minimum), percentages × leverage',
    figures: [figure, FIGURES.shortLeast],
  };
}

function stockMargin(line: StockLine, market: StrategyMarket): Priced {
  const { amount, figures } = market.stage === 'initial' ? initialStock(line) : maintenanceStock(line);
  const kind = `${line.long ? 'Long' : 'Short'} stock`;
  return {
    kind,
    amount,
    figures,
    formula: `strategy.stock: ${market.stage} percentage × market value${line.long ? '' : ', proceeds included'}`,
  };
}

/** One share's initial amount: Regulation T, and not less than maintenance. */
export function initialStock(line: StockLine): Pick<Priced, 'amount' | 'figures'> {
  if (line.long) return { amount: line.value.times(FIGURES.longInitial.ratio), figures: [FIGURES.longInitial] };
  const maintenance = maintenanceStock(line);
  const initial = line.value.times(FIGURES.shortInitial.ratio);
  return { amount: Decimal.max(initial, maintenance.amount), figures: [FIGURES.shortInitial, ...maintenance.figures] };
}

/** One share's maintenance amount; a short one's has the market value in it. */
export function maintenanceStock(line: StockLine): Pick<Priced, 'amount' | 'figures'> {
  if (line.long) return { amount: line.value.times(FIGURES.longMaintenance.ratio), figures: [FIGURES.longMaintenance] };
  const [rate, least] = line.value.lt(LOW_PRICE)
    ? [FIGURES.lowPriced, FIGURES.lowPricedPerShare]
    : [FIGURES.shortMaintenance, FIGURES.shortPerShare];
  return { amount: line.value.plus(Decimal.max(line.value.times(rate.ratio), least.ratio)), figures: [rate, least] };
}
