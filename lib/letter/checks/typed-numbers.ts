import { Decimal } from '@/lib/core/decimal';

/** A number that somebody typed, with its unit. */
export interface TypedNumber {
  readonly text: string;
  /** where it begins in the text */
  readonly at: number;
  readonly kind: 'money' | 'percent' | 'count';
  readonly currency: string | null;
  /** in units; a percentage as a ratio */
  readonly value: Decimal;
  /** what one step of its last digit is worth, in units; trailing zeros of a whole number may be rounded or meant */
  readonly step: Decimal;
  readonly coarsestStep: Decimal;
  /** digits that say something: without leading and, in a whole number, trailing zeros */
  readonly digits: number;
}

const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
const SCALES: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  millions: 6,
  mm: 6,
  mn: 6,
  billion: 9,
  billions: 9,
  bn: 9,
  trillion: 12,
};

const NUMBER =
  /(?<![\w.,-])(?<open>\()?(?:(?<symbol>[$€£¥])|(?<code>USD|EUR|GBP|JPY|CHF|CAD|AUD)\s)?\s?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?<percent>%|percent\b|per cent\b)|\s?(?<points>basis points\b|bps\b)|\s(?<scale>thousand|millions?|mm|mn|billions?|bn|trillion)\b)?(?![\w]|[-–][\p{L}\d]|\.\d|,\d)/giu;

/** What stands before a number that is a name, not an amount: "Section 4", "17 CFR", "Release No. 34". */
const NAMED =
  /(?:\b(?:sections?|rules?|questions?|parts?|items?|pages?|notes?|nos?|numbers?|annex|table|chart|exhibit|article|chapter|title|footnotes?|paragraphs?|version|release|form|stat)\.?|§+|¶+|#)\s*$/i;
const NAMING =
  /^\s*(?:CFR|C\.F\.R|U\.?S\.?C|FR\b|Fed\. Reg|F\.(?:2d|3d)|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|days?\b|business days?\b|years?\b|months?\b|st\b|nd\b|rd\b|th\b)/i;
const BEFORE_DAY = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$/i;

/** The amounts, percentages and larger counts that are typed in a text; names, dates, years and citations are none. */
export function typedNumbers(text: string): readonly TypedNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match): TypedNumber[] => {
    const groups = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const currency = groups.symbol ? (SYMBOLS[groups.symbol] ?? null) : (groups.code?.toUpperCase() ?? null);
    const kind = currency !== null ? 'money' : groups.percent || groups.points ? 'percent' : 'count';
    if (kind === 'count' && groups.scale === undefined && (NAMED.test(before) || NAMING.test(after) || BEFORE_DAY.test(before))) return [];
    const plain = (groups.digits ?? '').replaceAll(',', '');
    // a year, and what is too small to be an amount
    if (kind === 'count' && groups.scale === undefined && (plain.length < 4 || /^(?:19|20)\d\d$/.test(groups.digits ?? ''))) return [];
    const [whole = '', fraction = ''] = plain.split('.');
    const power = groups.percent ? -2 : groups.points ? -4 : (SCALES[groups.scale?.toLowerCase() ?? ''] ?? 0);
    const unit = new Decimal(10).pow(power);
    const zeros = fraction === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0;
    const isWhole = fraction === '';
    const negative = groups.open !== undefined && after.startsWith(')');
    const step = unit.times(new Decimal(10).pow(-fraction.length));
    return [
      {
        text: match[0].trim(),
        at: match.index,
        kind,
        currency,
        value: new Decimal(plain).times(unit).times(negative ? -1 : 1),
        step,
        coarsestStep: isWhole ? step.times(new Decimal(10).pow(Math.min(zeros, Math.max(0, whole.length - 1)))) : step,
        digits: `${whole}${fraction}`.replace(/^0+/, '').length - zeros,
      },
    ];
  });
}
