import { Decimal } from '@/lib/core/decimal';
import { type MethodParameter, parameterValue } from '../method';
import { PRICING_PARAMETERS, type PricingSettings, pricingSettings } from '../theoretical-pricing/pricing-parameters';
import type { SectorShort } from './cds-same-sector';
import type { ThreeMonths } from './short-queues';
import type { Fallback } from './stand-in-part';

function choice(name: string, allowed: readonly string[], meaning: string): MethodParameter {
  return { kind: 'choice', name, allowed, meaning };
}

const FALLBACK = choice(
  'fallback',
  ['none', 'schedule', 'schedule-netted'],
  'Swaps that no deduction was read for: none leaves them without an amount; schedule takes the percentages of 17 CFR 23.154(c)(1) as a stand-in, schedule-netted its net-to-gross ratio too.',
);
const SECTOR_SHORT = choice(
  'sectorShort',
  ['whole', 'matched'],
  '(P)(1)(iii), same sector: whole halves the deduction of the whole short position, as the text stands; matched halves only as much as is long.',
);
const THREE_MONTHS = choice(
  'threeMonths',
  ['both', 'either'],
  "(P)(1)(iii), adjacent maturity categories: whether both maturities or one lie within three months of the other's category.",
);
const VIEW = choice(
  'view',
  ['dealer', 'counterparty'],
  'Whose long and short the deductions are read for: the dealer, for whom 17 CFR 240.15c3-1 is written, or the account of the counterparty (17 CFR 240.18a-3(c)(1)(i)).',
);
const GOVERNMENTS = choice(
  'governments',
  ['categories', 'subcategories'],
  'Governments by categories with their offsets, (A)(1), or by the election of (A)(2) each subcategory by itself.',
);
const CROSS_CATEGORY = choice(
  'crossCategory',
  ['none', 'elect'],
  '(A)(3): whether governments of neighbouring categories and near maturities are netted wherever that lowers the deduction.',
);
const GOVERNMENT_DEALER = choice(
  'governmentDealer',
  ['no', 'yes'],
  '(A)(5): whether the dealer reports to and deals with the Federal Reserve System and has at least 50,000,000 USD of net capital.',
);
const DELIVERABLES = choice(
  'deliverables',
  ['none', 'include'],
  '(A)(4), (F)(5): whether governments that are deliverable against futures (deliverable_maturity) are included at the contract value of the futures.',
);
const CORPORATE_HEDGES = choice(
  'corporateHedges',
  ['none', 'elect'],
  '(F)(2): whether nonconvertible debt hedged with governments or with other such debt leaves its bands wherever that lowers the deduction.',
);
const CLEARED_SWAPS = choice(
  'clearedSwaps',
  ['clearing-agency', 'appendix-a'],
  "(O): cleared security-based swaps at the clearing agency's margin, from the amounts given; or those on equities by Appendix A.",
);
const EQUITY_SWAPS = choice(
  'equitySwaps',
  ['percentage', 'appendix-a'],
  '(P)(2): security-based swaps on equities at the percentage of the reference security, or by Appendix A with the options on it.',
);
const NET_CAPITAL: MethodParameter = {
  kind: 'number',
  name: 'netCapital',
  default: '0',
  minimum: '0',
  maximum: '1000000000000000',
  whole: false,
  unit: 'calculation currency',
  meaning: '(M)(1): net capital before haircuts, of which a tenth bounds a position in one class of securities; 0 where it is not given.',
};

/** Settings of Appendix A that options are computed with; its rule and view follow from this method. */
const APPENDIX_A = PRICING_PARAMETERS.filter(({ name }) => name !== 'rule' && name !== 'view' && name !== 'offsetScale');

export const HAIRCUT_PARAMETERS: readonly MethodParameter[] = [
  FALLBACK,
  SECTOR_SHORT,
  THREE_MONTHS,
  VIEW,
  GOVERNMENTS,
  CROSS_CATEGORY,
  GOVERNMENT_DEALER,
  DELIVERABLES,
  CORPORATE_HEDGES,
  CLEARED_SWAPS,
  EQUITY_SWAPS,
  NET_CAPITAL,
  ...APPENDIX_A,
];

export interface HaircutSettings {
  readonly fallback: Fallback;
  readonly sectorShort: SectorShort;
  readonly threeMonths: ThreeMonths;
  readonly turned: boolean;
  readonly bySubcategory: boolean;
  readonly crossCategory: boolean;
  readonly governmentDealer: boolean;
  readonly deliverables: boolean;
  readonly corporateHedges: boolean;
  /** Whether cleared, and other, swaps on equities are computed by Appendix A. */
  readonly clearedByAppendixA: boolean;
  readonly swapsByAppendixA: boolean;
  /** Null where the run gives none. */
  readonly netCapital: Decimal | null;
  readonly pricing: PricingSettings;
}

/** A leg's parameters as the method uses them. */
export function haircutSettings(given: Readonly<Record<string, string>>): HaircutSettings {
  const is = (parameter: MethodParameter, word: string) => parameterValue(parameter, given) === word;
  const netCapital = new Decimal(parameterValue(NET_CAPITAL, given));
  const pricing = Object.fromEntries(APPENDIX_A.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]])));
  return {
    fallback: fallbackOf(parameterValue(FALLBACK, given)),
    sectorShort: is(SECTOR_SHORT, 'matched') ? 'matched' : 'whole',
    threeMonths: is(THREE_MONTHS, 'either') ? 'either' : 'both',
    turned: is(VIEW, 'counterparty'),
    bySubcategory: is(GOVERNMENTS, 'subcategories'),
    crossCategory: is(CROSS_CATEGORY, 'elect'),
    governmentDealer: is(GOVERNMENT_DEALER, 'yes'),
    deliverables: is(DELIVERABLES, 'include'),
    corporateHedges: is(CORPORATE_HEDGES, 'elect'),
    clearedByAppendixA: is(CLEARED_SWAPS, 'appendix-a'),
    swapsByAppendixA: is(EQUITY_SWAPS, 'appendix-a'),
    netCapital: netCapital.isZero() ? null : netCapital,
    pricing: pricingSettings(pricing),
  };
}

function fallbackOf(value: string): Fallback {
  return value === 'schedule' || value === 'schedule-netted' ? value : 'none';
}
