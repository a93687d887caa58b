import { Decimal } from '@/lib/core/decimal';
import type { Citation, ParameterReference } from '../margin-node';

/** A percentage for securities that mature before so many whole months, or days where a table counts these; the last band has no end. */
export interface MaturityBand {
  readonly key: string;
  readonly label: string;
  readonly below: number | null;
  readonly rate: Decimal;
  readonly reference: ParameterReference;
}

/** Bands from rows of [end in months or days, or null, label, percent of market value], in order of maturity. */
export function maturityBands(
  kind: string,
  citation: Citation,
  rows: readonly (readonly [below: number | null, label: string, percent: string])[],
): readonly MaturityBand[] {
  return rows.map(([below, label, percent], i) => ({
    key: `band-${i + 1}`,
    label,
    below,
    rate: new Decimal(percent).div(100),
    reference: { name: `${kind}: ${label}`, value: percent, unit: 'percent of market value', citation },
  }));
}

/** The band of a time to maturity, in whole calendar months or days as the table counts. */
export function bandOf(bands: readonly MaturityBand[], time: number): MaturityBand {
  const found = bands.find((band) => band.below === null || time < band.below);
  if (!found) throw new RangeError('The last band of a table has no end');
  return found;
}
