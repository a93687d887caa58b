import { Decimal } from '@/lib/core/decimal';
import type { ParameterReference } from '../margin-node';
import type { Figure } from '../strategy-based/strategy-figures';
import { rule4210 } from '../strategy-based/strategy-figures';
import { appendixA, type RangeClass, type Rule } from './valuation-points';

function percent(name: string, value: string, of: string, citation: ParameterReference['citation']): Figure {
  return { ratio: new Decimal(value).div(100), reference: { name, value, unit: `percent of ${of}`, citation } };
}

const GAIN = 'a gain that offsets a loss at the same point';

/** The figures of offsets and minimum charges, each with its paragraph. */
export const PRICING_FIGURES = {
  basketOffset: percent('offset of index options and a qualified stock basket', '95', GAIN, appendixA('(b)(1)(v)(B)(1)(ii)')),
  highCapGroup: percent('offset between high-capitalization classes of a product group', '90', GAIN, appendixA('(b)(1)(v)(B)(2)(i)')),
  nonHighCapGroup: percent(
    'offset between non-high-capitalization classes of a product group',
    '75',
    GAIN,
    appendixA('(b)(1)(v)(B)(2)(ii)'),
  ),
  narrowGroup: percent('offset between narrow-based classes of a product group', '90', GAIN, appendixA('(b)(1)(v)(B)(2)(iii)')),
  marketGroup: percent('offset between diversified product groups of a market group', '50', GAIN, appendixA('(b)(1)(v)(B)(3)')),
  minimum: {
    ratio: new Decimal('0.25'),
    reference: {
      name: 'minimum charge for a contract',
      value: '0.25',
      unit: 'USD × multiplier of the contract',
      citation: appendixA('(b)(1)(v)(C)(2), (5)'),
    },
  },
  minimumCurrency: {
    ratio: new Decimal('25'),
    reference: {
      name: 'minimum charge for an option on a major market foreign currency',
      value: '25',
      unit: 'USD for each contract',
      citation: appendixA('(b)(1)(v)(C)(2)'),
    },
  },
  minimumFinra: {
    ratio: new Decimal('0.375'),
    reference: {
      name: 'minimum charge for a contract (customer portfolio margin)',
      value: '0.375',
      unit: 'USD × multiplier of the contract',
      citation: rule4210('(g)(7), minimum'),
    },
  },
  basketCharge: percent(
    'charge where options are offset by a qualified stock basket, high-capitalization and narrow-based',
    '5',
    'market value of the basket',
    appendixA('(b)(1)(v)(C)(3)'),
  ),
  basketChargeNonHighCap: percent(
    'charge where options are offset by a qualified stock basket, non-high-capitalization',
    '7.5',
    'market value of the basket',
    appendixA('(b)(1)(v)(C)(4)'),
  ),
} as const satisfies Readonly<Record<string, Figure>>;

/** The share of gains that counts between classes of a product group; null where the kind of underlier has no product groups. */
export function groupOffset(rangeClass: RangeClass): Figure | null {
  if (rangeClass === 'high_cap_index') return PRICING_FIGURES.highCapGroup;
  if (rangeClass === 'non_high_cap_index') return PRICING_FIGURES.nonHighCapGroup;
  return rangeClass === 'narrow_index' ? PRICING_FIGURES.narrowGroup : null;
}

/** What a qualified stock basket is charged at least where it offsets options of its index. */
export function basketFigure(rangeClass: RangeClass): Figure {
  return rangeClass === 'non_high_cap_index' ? PRICING_FIGURES.basketChargeNonHighCap : PRICING_FIGURES.basketCharge;
}

/** The minimum charge for a contract; null where the rule names none. */
export function minimumFigure(rangeClass: RangeClass, rule: Rule): Figure | null {
  if (rule === 'finra-4210') return PRICING_FIGURES.minimumFinra;
  if (rangeClass === 'major_currency') return PRICING_FIGURES.minimumCurrency;
  return rangeClass === 'other_currency' ? null : PRICING_FIGURES.minimum;
}
