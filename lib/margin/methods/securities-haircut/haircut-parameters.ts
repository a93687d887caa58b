import { type MethodParameter, parameterValue } from '../method';
import type { SectorShort } from './cds-same-sector';
import type { ThreeMonths } from './short-queues';
import type { Fallback } from './stand-in-part';

const FALLBACK: MethodParameter = {
  kind: 'choice',
  name: 'fallback',
  allowed: ['none', 'schedule', 'schedule-netted'],
  meaning:
    'Swaps that no deduction was read for: none leaves them without an amount; schedule takes the percentages of 17 CFR 23.154(c)(1) as a stand-in, schedule-netted its net-to-gross ratio too.',
};
const SECTOR_SHORT: MethodParameter = {
  kind: 'choice',
  name: 'sectorShort',
  allowed: ['whole', 'matched'],
  meaning:
    '(P)(1)(iii), same sector: whole halves the deduction of the whole short position, as the text stands; matched halves only as much as is long.',
};
const THREE_MONTHS: MethodParameter = {
  kind: 'choice',
  name: 'threeMonths',
  allowed: ['both', 'either'],
  meaning: "(P)(1)(iii), adjacent maturity categories: whether both maturities or one lie within three months of the other's category.",
};
const VIEW: MethodParameter = {
  kind: 'choice',
  name: 'view',
  allowed: ['dealer', 'counterparty'],
  meaning:
    'Whose long and short the deductions are read for: the dealer, for whom 17 CFR 240.15c3-1 is written, or the account of the counterparty (17 CFR 240.18a-3(c)(1)(i)).',
};

export const HAIRCUT_PARAMETERS: readonly MethodParameter[] = [FALLBACK, SECTOR_SHORT, THREE_MONTHS, VIEW];

export interface HaircutSettings {
  readonly fallback: Fallback;
  readonly sectorShort: SectorShort;
  readonly threeMonths: ThreeMonths;
  readonly turned: boolean;
}

/** A leg's parameters as the method uses them. */
export function haircutSettings(given: Readonly<Record<string, string>>): HaircutSettings {
  return {
    fallback: fallbackOf(parameterValue(FALLBACK, given)),
    sectorShort: parameterValue(SECTOR_SHORT, given) === 'matched' ? 'matched' : 'whole',
    threeMonths: parameterValue(THREE_MONTHS, given) === 'either' ? 'either' : 'both',
    turned: parameterValue(VIEW, given) === 'counterparty',
  };
}

function fallbackOf(value: string): Fallback {
  return value === 'schedule' || value === 'schedule-netted' ? value : 'none';
}
