import { Decimal } from '@/lib/core/decimal';
import type { Citation, ParameterReference } from '../margin-node';

/** A percentage for securities that mature before so many whole months; the last band has no end. */
export interface MaturityBand {
  readonly key: string;
  readonly label: string;
  readonly monthsBelow: number | null;
  readonly rate: Decimal;
  readonly reference: ParameterReference;
}

/** Bands from rows of [end in months or null, label, percent of market value], in order of maturity. */
export function maturityBands(
  kind: string,
  citation: Citation,
  rows: readonly (readonly [monthsBelow: number | null, label: string, percent: string])[],
): readonly MaturityBand[] {
  return rows.map(([monthsBelow, label, percent], i) => ({
    key: `band-${i + 1}`,
    label,
    monthsBelow,
    rate: new Decimal(percent).div(100),
    reference: { name: `${kind}: ${label}`, value: percent, unit: 'percent of market value', citation },
  }));
}

/** The band of a time to maturity in whole calendar months. */
export function bandOf(bands: readonly MaturityBand[], wholeMonths: number): MaturityBand {
  const found = bands.find((band) => band.monthsBelow === null || wholeMonths < band.monthsBelow);
  if (!found) throw new RangeError('The last band of a table has no end');
  return found;
}
