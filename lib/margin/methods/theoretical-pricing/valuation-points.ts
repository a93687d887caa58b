import { Decimal } from '@/lib/core/decimal';
import type { UnderlierClass } from '../../portfolio/position';
import { cfr } from '../cite';
import type { Citation, ParameterReference } from '../margin-node';
import { rule4210 } from '../strategy-based/strategy-figures';

/** Kinds of underlier that have a range of valuation points: those that a position can state, and equity securities. */
export type RangeClass = UnderlierClass | 'equity';

/** appendix-a: 17 CFR 240.15c3-1a(b)(1). finra-4210: portfolio margin of customers, FINRA Rule 4210(g). */
export type Rule = 'appendix-a' | 'finra-4210';

/** Whose ranges of Appendix A: a broker-dealer's, or a non-clearing market-maker's or specialist's. */
export type Table = 'broker-dealer' | 'market-maker';

export const RANGE_CLASS_LABELS: Readonly<Record<RangeClass, string>> = {
  equity: 'equity securities',
  high_cap_index: 'high-capitalization diversified indexes',
  non_high_cap_index: 'non-high-capitalization diversified indexes',
  narrow_index: 'narrow-based indexes',
  major_currency: 'major market foreign currencies',
  other_currency: 'other currencies',
};

/** The furthest points in percent, up and down. */
interface Range {
  readonly up: string;
  readonly down: string;
  readonly citation: Citation;
}

/** 17 CFR 240.15c3-1a. */
export function appendixA(paragraph: string): Citation {
  return cfr('240.15c3-1a', paragraph);
}

function both(percent: string, citation: Citation): Range {
  return { up: percent, down: percent, citation };
}

const BROKER_DEALER = appendixA('(b)(1)(iii)');
const MARKET_MAKER = appendixA('(b)(1)(iv)');
const FINRA = rule4210('(g)(2)(F), valuation points');

const APPENDIX_A: Readonly<Record<RangeClass, Range>> = {
  equity: both('15', BROKER_DEALER),
  high_cap_index: both('10', BROKER_DEALER),
  non_high_cap_index: both('15', BROKER_DEALER),
  narrow_index: both('15', BROKER_DEALER),
  major_currency: both('6', BROKER_DEALER),
  other_currency: both('20', BROKER_DEALER),
};
const RANGES: Readonly<Record<Rule, Readonly<Record<Table, Readonly<Partial<Record<RangeClass, Range>>>>>>> = {
  'appendix-a': {
    'broker-dealer': APPENDIX_A,
    'market-maker': {
      ...APPENDIX_A,
      high_cap_index: { up: '6', down: '8', citation: MARKET_MAKER },
      non_high_cap_index: both('10', MARKET_MAKER),
      major_currency: both('4.5', MARKET_MAKER),
    },
  },
  'finra-4210': {
    'broker-dealer': finraRanges(),
    'market-maker': finraRanges(),
  },
};

function finraRanges(): Partial<Record<RangeClass, Range>> {
  return {
    equity: both('15', FINRA),
    high_cap_index: { up: '6', down: '8', citation: FINRA },
    non_high_cap_index: both('10', FINRA),
    narrow_index: both('15', FINRA),
  };
}

/** One assumed price of the underlier: how far it moves as a ratio, and how that is written. */
export interface ValuationPoint {
  readonly move: Decimal;
  readonly label: string;
}

const STEPS_EACH_WAY = 5;

/** The ten points of a class: five equal steps up, five down, the furthest first; null where the rule's range for the class is not known. */
export function valuationPoints(rangeClass: RangeClass, rule: Rule, table: Table): readonly ValuationPoint[] | null {
  const range = RANGES[rule][table][rangeClass];
  if (range === undefined) return null;
  const steps = Array.from({ length: STEPS_EACH_WAY }, (_, i) => i + 1);
  return [
    ...steps.toReversed().map((step) => point(new Decimal(range.down).neg(), step)),
    ...steps.map((step) => point(new Decimal(range.up), step)),
  ];
}

function point(furthest: Decimal, step: number): ValuationPoint {
  const percent = furthest.times(step).div(STEPS_EACH_WAY);
  const sign = percent.isNegative() ? '−' : '+';
  return { move: percent.div(100), label: `${sign}${percent.abs()} %` };
}

/** The range of a class as a node names it. */
export function rangeReference(rangeClass: RangeClass, rule: Rule, table: Table): ParameterReference | null {
  const range = RANGES[rule][table][rangeClass];
  if (range === undefined) return null;
  return {
    name: `Range of valuation points: ${RANGE_CLASS_LABELS[rangeClass]}`,
    value: range.up === range.down ? range.up : `+${range.up} / −${range.down}`,
    unit: 'percent of the price of the underlier, up and down',
    citation: range.citation,
  };
}

/** Every range of every table, for the list of the method's figures. */
export const RANGE_FIGURES: readonly ParameterReference[] = (['appendix-a', 'finra-4210'] as const).flatMap((rule) =>
  (rule === 'appendix-a' ? (['broker-dealer', 'market-maker'] as const) : (['broker-dealer'] as const)).flatMap((table) =>
    (Object.keys(RANGE_CLASS_LABELS) as RangeClass[]).flatMap((rangeClass) => {
      const reference = rangeReference(rangeClass, rule, table);
      const whose = rule === 'finra-4210' ? 'customer portfolio margin' : table;
      return reference === null ? [] : [{ ...reference, name: `${reference.name} (${whose})` }];
    }),
  ),
);
