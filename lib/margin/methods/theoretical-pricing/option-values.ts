import type { Decimal } from '@/lib/core/decimal';
import type { Evidence } from '../../evidence/evidence';
import { americanOption } from '../../pricing/american-option';
import { europeanOption } from '../../pricing/european-option';
import { fixedToUnits, toFixedPoint, unitsToDecimal } from '../../pricing/fixed';
import { type OptionTerms, VALUE_PLACES } from '../../pricing/option-terms';

/** Theoretical values of a series for one unit: now, and what it gains at each point. */
export interface SeriesValues {
  readonly now: Decimal;
  readonly gains: readonly Decimal[];
}

/** Series that are kept; where there are more, keeping starts again. */
const MOST_SERIES = 20_000;

/** Prices each series at each price of its underlier once, however many positions are in it. */
export class OptionValues {
  readonly #series = new Map<string, SeriesValues>();
  readonly #steps: number;

  constructor(steps: number) {
    this.#steps = steps;
  }

  /** Values at the price of the underlier and at each of the others. */
  of(terms: OptionTerms, spot: Decimal, others: readonly Decimal[]): SeriesValues {
    const key = [
      terms.kind,
      terms.style,
      terms.strike,
      terms.days,
      terms.volatility,
      terms.interestRate,
      terms.dividendYield,
      spot,
      others.length === 0 ? '' : `${others[0]} ${others.at(-1)}`,
    ].join(' ');
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    const price = terms.style === 'american' ? americanOption(terms, this.#steps) : europeanOption(terms);
    const unitsAt = (at: Decimal) => fixedToUnits(price(toFixedPoint(at)), VALUE_PLACES);
    const now = unitsAt(spot);
    const values = {
      now: unitsToDecimal(now, VALUE_PLACES),
      gains: others.map((at) => unitsToDecimal(unitsAt(at) - now, VALUE_PLACES)),
    };
    if (this.#series.size >= MOST_SERIES) this.#series.clear();
    this.#series.set(key, values);
    return values;
  }
}

const BY_RUN = new WeakMap<Evidence, Map<number, OptionValues>>();

/** The values of a run, told by its evidence: the same series in other accounts and frameworks is not priced again. */
export function optionValuesOf(evidence: Evidence, steps: number): OptionValues {
  const bySteps = BY_RUN.get(evidence) ?? new Map<number, OptionValues>();
  BY_RUN.set(evidence, bySteps);
  const values = bySteps.get(steps) ?? new OptionValues(steps);
  bySteps.set(steps, values);
  return values;
}
