import { Decimal } from '@/lib/core/decimal';
import type { Citation, ParameterReference } from '../margin-node';

/** 12 CFR 220.12, the supplement of Regulation T: its text was read. */
export function regulationT(paragraph: string): Citation {
  return {
    paragraph: `12 CFR 220.12${paragraph}`,
    standing: 'primary',
    url: 'https://www.ecfr.gov/current/title-12/section-220.12',
  };
}

/** What FINRA Rule 4210 says on a subject, recalled: the paragraph's text was not at hand. */
export function rule4210(subject: string): Citation {
  return {
    paragraph: `FINRA Rule 4210, ${subject}`,
    standing: 'recalled',
    url: 'https://www.finra.org/rules-guidance/rulebooks/finra-rules/4210',
  };
}

/** A figure of the rules: the exact number that enters formulas, and how it is shown. */
export interface Figure {
  readonly ratio: Decimal;
  readonly reference: ParameterReference;
}

function percent(name: string, value: string, of: string, citation: Citation): Figure {
  return { ratio: new Decimal(value).div(100), reference: { name, value, unit: `percent of ${of}`, citation } };
}

function amount(name: string, value: string, citation: Citation): Figure {
  return { ratio: new Decimal(value), reference: { name, value, unit: 'USD per share', citation } };
}

const STOCK = rule4210('(c), maintenance of stock');
const SHORT = rule4210('(f)(2), short options');
const LONG = rule4210('(f)(2), long options');
const HEDGED = rule4210('(f)(2), options hedging stock');

/** Every figure of the method, each with its paragraph and how well that is known. */
export const FIGURES = {
  longInitial: percent('long stock, initial', '50', 'market value', regulationT('(a)')),
  shortInitial: percent('short stock, initial, proceeds included', '150', 'market value', regulationT('(c)(1)')),
  longMaintenance: percent('long stock, maintenance', '25', 'market value', STOCK),
  shortMaintenance: percent('short stock at 5 USD or more, maintenance, beyond the market value', '30', 'market value', STOCK),
  shortPerShare: amount('short stock at 5 USD or more, least beyond the market value', '5', STOCK),
  lowPriced: percent('short stock under 5 USD, beyond the market value', '100', 'market value', STOCK),
  lowPricedPerShare: amount('short stock under 5 USD, least beyond the market value', '2.5', STOCK),
  short: percent('short listed option on a stock or a narrow index', '20', 'underlying value', SHORT),
  shortBroad: percent('short listed option on a broad index', '15', 'underlying value', SHORT),
  shortOtc: percent('short OTC option on a stock or a narrow index', '30', 'underlying value', SHORT),
  shortOtcBroad: percent('short OTC option on a broad index', '20', 'underlying value', SHORT),
  shortLeast: percent('short option, minimum', '10', 'underlying value (call) or exercise price (put)', SHORT),
  longTerm: percent('long listed option with more than nine months', '75', 'market value', LONG),
  longTermOtc: percent('long OTC option with more than nine months, credit', '25', 'intrinsic value', LONG),
  hedge: percent('stock hedged by an option', '10', 'exercise price', HEDGED),
  collarCall: percent('collar, alternative', '25', 'exercise price of the call', HEDGED),
  box: percent('long box of European, cash-settled options', '50', 'difference of exercise prices', rule4210('(f)(2), box spreads')),
} as const satisfies Readonly<Record<string, Figure>>;

/** Stock below this price has the low-priced figures (USD per share). */
export const LOW_PRICE: Decimal = new Decimal(5);
