import { Decimal } from '@/lib/core/decimal';
import type { Position } from '@/lib/margin/portfolio/position';
import { type SampleDay, sampleDays } from './sample-moves';

const MILLION = 1_000_000;
/** Yields are in thousandths of a basis point, and a basis point is a ten-thousandth. */
const YIELD_UNITS = 10_000_000;
const AS_OF = Date.parse('2026-06-30');
const MILLISECONDS_A_YEAR = 365.25 * 86_400_000;

/**
 * Profit and loss of the sample's positions over five hundred invented days, as a file of docs/formats/pnl.md: a first-order answer to moves of shares,
 * spreads, yields and exchange rates. Amounts are in each position's currency.
 */
export function samplePnlCsv(positions: readonly Position[]): string {
  const days = sampleDays();
  const lines = positions.map((position) => {
    const amountOf = pnlOf(position);
    return [position.positionId, position.currency, ...days.map((day) => amountOf(day).toFixed(2))].join(',');
  });
  return `${[['position_id', 'currency', ...days.map(({ date }) => date)].join(','), ...lines].join('\n')}\n`;
}

/** What a position makes on a day. */
function pnlOf(position: Position): (day: SampleDay) => Decimal {
  const long = position.direction === 'long' ? 1 : -1;
  const notional = (position.notional ?? new Decimal(0)).times(long);
  const value = position.marketValue ?? new Decimal(0);
  const name = position.referenceEntity ?? position.underlier ?? '';
  const tenths = Math.round(((Date.parse(position.maturity ?? '2027-06-30') - AS_OF) / MILLISECONDS_A_YEAR) * 9);
  const years = new Decimal(Math.max(tenths, 1)).div(10);
  const yields = (day: SampleDay) => day.foreign[position.currency]?.yieldMove ?? day.yieldMove;
  const spreads = new Decimal(position.spreadBp ?? 150).div(10_000).times(years);
  switch (position.product) {
    case 'equity_swap':
    case 'equity':
      return (day) => (position.product === 'equity' ? value : notional).times(day.equity + day.ownMove(name)).div(MILLION);
    case 'equity_index_swap':
      return (day) => notional.times(day.equity).div(MILLION);
    case 'cds_single_name':
      return (day) =>
        notional
          .times(spreads)
          .times(day.spread - day.ownMove(name))
          .div(MILLION);
    case 'cds_index':
      return (day) => notional.times(spreads).times(day.spread).div(MILLION);
    case 'corporate_bond':
      return (day) =>
        value
          .times(spreads.times(day.ownMove(name) - day.spread).div(MILLION))
          .minus(value.times(years).times(day.yieldMove).div(YIELD_UNITS));
    case 'treasury':
      return (day) => value.times(years).times(-day.yieldMove).div(YIELD_UNITS);
    case 'interest_rate_swap':
    case 'inflation_swap':
      return (day) => notional.times(years).times(yields(day)).div(YIELD_UNITS);
    case 'swaption':
      return (day) =>
        notional
          .times(years)
          .times(yields(day))
          .div(2 * YIELD_UNITS);
    case 'cross_currency_swap':
      return (day) =>
        notional
          .times(years)
          .times(day.foreign[position.currency]?.basis ?? 0)
          .div(YIELD_UNITS);
    case 'fx_forward':
      return (day) => notional.times(day.foreign[position.currency]?.exchange ?? 0).div(MILLION);
    case 'fx_option':
      return (day) => notional.times(day.foreign[position.currency]?.exchange ?? 0).div(2 * MILLION);
    default:
      throw new RangeError(`The sample has no history of ${position.product}.`);
  }
}
