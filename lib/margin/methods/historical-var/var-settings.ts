import { Decimal } from '@/lib/core/decimal';
import { type MethodParameter, parameterValue } from '../method';

type Bounds = readonly [fallback: string, minimum: string, maximum: string];

const choice = (name: string, allowed: readonly string[], meaning: string): MethodParameter => ({ kind: 'choice', name, allowed, meaning });
const number = (name: string, [fallback, minimum, maximum]: Bounds, whole: boolean, unit: string, meaning: string): MethodParameter => ({
  kind: 'number',
  name,
  default: fallback,
  minimum,
  maximum,
  whole,
  unit,
  meaning,
});
const whole = (name: string, bounds: Bounds, unit: string, meaning: string) => number(name, bounds, true, unit, meaning);
const ratio = (name: string, bounds: Bounds, meaning: string) => number(name, bounds, false, 'ratio', meaning);

const DAY = ['0', '0', '99991231'] as const;

/** Every setting of the method, in the order in which a person would decide them. */
export const VAR_PARAMETERS = {
  measure: choice(
    'measure',
    ['value-at-risk', 'expected-shortfall'],
    'The loss that is not exceeded, or the average of the losses beyond.',
  ),
  confidence: ratio('confidence', ['0.99', '0.5', '0.9999'], 'Share of scenarios whose losses the amount covers.'),
  quantile: choice(
    'quantile',
    ['kth-largest', 'interpolated'],
    'Value at risk of n equal scenarios: the k-th largest loss with k = floor((1 − confidence) × n) + 1, or the straight line between the two losses around 1 + (1 − confidence) × (n − 1).',
  ),
  horizonDays: whole('horizonDays', ['1', '1', '60'], 'days', 'Days over which a loss is counted; a scenario is one day.'),
  returns: choice(
    'returns',
    ['overlapping', 'scaled'],
    'Longer horizons: sums of so many consecutive days, which overlap, or the one-day amount times the square root of the days.',
  ),
  lookBack: whole('lookBack', ['0', '0', '1000000'], 'scenarios', 'The most recent scenarios that count; 0 for all.'),
  weighting: choice('weighting', ['equal', 'exponential'], 'Scenarios count alike, or each older day by the decay less.'),
  decay: ratio('decay', ['0.99', '0.5', '0.9999'], 'Weight of a day as a share of the weight of the day after it.'),
  stressed: choice(
    'stressed',
    ['none', 'period', 'named'],
    'A second amount from the days of a stressed period, or from the scenarios whose names begin with "stress"; equal weights.',
  ),
  stressedFrom: whole('stressedFrom', DAY, 'yyyymmdd', 'First day of the stressed period, e.g. 20080901.'),
  stressedTo: whole('stressedTo', DAY, 'yyyymmdd', 'Last day of the stressed period, e.g. 20090331.'),
  stressedWeight: ratio('stressedWeight', ['1', '0', '10'], 'Weight of the stressed amount.'),
  stressedRule: choice(
    'stressedRule',
    ['larger', 'blended', 'added'],
    'The larger of the current and the weighted stressed amount; (1 − weight) × current + weight × stressed; or current + weight × stressed.',
  ),
  floor: choice(
    'floor',
    ['none', 'share', 'amount'],
    'No floor; a share of the amount over a longer, equally weighted history; or an amount.',
  ),
  floorShare: ratio('floorShare', ['0.8', '0', '10'], 'Share for the floor over a longer history.'),
  floorLookBack: whole('floorLookBack', ['0', '0', '1000000'], 'scenarios', 'Most recent scenarios for that floor; 0 for all.'),
  floorAmount: number(
    'floorAmount',
    ['0', '0', '1000000000000'],
    false,
    'calculation currency',
    'Amount below which no netting set falls.',
  ),
  view: choice(
    'view',
    ['holder', 'counterparty'],
    'Whose losses are covered: those of the holder of the positions, or the losses of the other party, which are the gains of the holder.',
  ),
} as const satisfies Readonly<Record<string, MethodParameter>>;

/** The settings as the computation uses them. */
export interface VarSettings {
  /** As the leg gives them. */
  readonly given: Readonly<Record<string, string>>;
  readonly measure: 'value-at-risk' | 'expected-shortfall';
  readonly confidence: Decimal;
  readonly interpolated: boolean;
  readonly horizonDays: number;
  readonly scaled: boolean;
  readonly lookBack: number;
  /** Null for equal weights. */
  readonly decay: Decimal | null;
  readonly stressed: StressedSetting | null;
  readonly stressedWeight: Decimal;
  readonly stressedRule: 'larger' | 'blended' | 'added';
  readonly floor:
    | { readonly kind: 'share'; readonly share: Decimal; readonly lookBack: number }
    | { readonly kind: 'amount'; readonly amount: Decimal }
    | null;
  readonly view: 'holder' | 'counterparty';
}

/** Days as yyyy-mm-dd; a period without an end is written with 0 and refused when windows are cut. */
export type StressedSetting = { readonly kind: 'period'; readonly from: string; readonly to: string } | { readonly kind: 'named' };

/** Reads a leg's parameters. They were checked with the framework; a value that may not stand throws RangeError. */
export function readVarSettings(given: Readonly<Record<string, string>>): VarSettings {
  const text = (name: keyof typeof VAR_PARAMETERS) => parameterValue(VAR_PARAMETERS[name], given);
  const decimal = (name: keyof typeof VAR_PARAMETERS) => new Decimal(text(name));
  const count = (name: keyof typeof VAR_PARAMETERS) => Number.parseInt(text(name), 10);
  const stressed = text('stressed');
  const floor = text('floor');
  const rule = text('stressedRule');
  return {
    given,
    measure: text('measure') === 'expected-shortfall' ? 'expected-shortfall' : 'value-at-risk',
    confidence: decimal('confidence'),
    interpolated: text('quantile') === 'interpolated',
    horizonDays: count('horizonDays'),
    scaled: text('returns') === 'scaled',
    lookBack: count('lookBack'),
    decay: text('weighting') === 'exponential' ? decimal('decay') : null,
    stressed:
      stressed === 'period'
        ? { kind: 'period', from: dayOf(text('stressedFrom')), to: dayOf(text('stressedTo')) }
        : stressed === 'named'
          ? { kind: 'named' }
          : null,
    stressedWeight: decimal('stressedWeight'),
    stressedRule: rule === 'blended' || rule === 'added' ? rule : 'larger',
    floor:
      floor === 'share'
        ? { kind: 'share', share: decimal('floorShare'), lookBack: count('floorLookBack') }
        : floor === 'amount'
          ? { kind: 'amount', amount: decimal('floorAmount') }
          : null,
    view: text('view') === 'counterparty' ? 'counterparty' : 'holder',
  };
}

function dayOf(number: string): string {
  const digits = number.padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
