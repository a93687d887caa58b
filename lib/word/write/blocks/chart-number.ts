import { Decimal } from '@/lib/core/decimal';
import type { FigureFormat } from '@/lib/letter/figures/figure';

const POWERS = { units: 0, thousands: 3, millions: 6, billions: 9 } as const;

/** An amount in the chart's unit. A chart's data are binary numbers by the file format: this is where exactness ends, after rounding. */
export function chartNumber(amount: Decimal, format: FigureFormat): number {
  const inUnit = format.style === 'percent' ? amount.times(100) : amount.div(new Decimal(10).pow(POWERS[format.scale]));
  return inUnit.toDecimalPlaces(Math.max(format.decimals, 2), Decimal.ROUND_HALF_UP).toNumber();
}
