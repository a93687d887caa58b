import { Decimal } from '@/lib/core/decimal';
import type { Breakdown, BridgeStep } from '@/lib/margin/report/run-report';
import { niceTicks } from './nice-ticks';

export type Agency = Breakdown['agency'];

/** A piece of a bar, in percent of the drawing's width. */
export interface BarPiece {
  readonly from: number;
  readonly to: number;
  readonly agency: Agency;
}

export interface BridgeBar {
  readonly id: string;
  readonly kind: BridgeStep['kind'];
  readonly falls: boolean;
  readonly pieces: readonly BarPiece[];
  /** Where the running level stands after this step: the line to the next bar. */
  readonly level: number;
}

export interface BridgeGeometry {
  readonly bars: readonly BridgeBar[];
  /** Exact decimal strings with their places. */
  readonly ticks: readonly { readonly value: string; readonly at: number }[];
  readonly zero: number;
}

/** How a total is made up by agency; amounts are exact decimal strings and add up to the total. */
export type Composition = readonly { readonly agency: Agency; readonly amount: string }[];

/**
 * Where the bars of a bridge lie, in percent of the width: totals begin at zero, each change begins where the step before it ended. A composition of a
 * total (by step id) splits its bar by agency; one that does not add up to the total is left aside. Amounts stay exact until they become places.
 */
export function bridgeGeometry(
  steps: readonly BridgeStep[],
  compositions: Readonly<Record<string, Composition>> = {},
  tickCount = 5,
): BridgeGeometry {
  let level = new Decimal(0);
  const spans = steps.map((step) => {
    const amount = new Decimal(step.amount);
    const start = step.kind === 'total' ? new Decimal(0) : level;
    level = start.plus(amount);
    return { step, start, end: level };
  });
  const ends = spans.flatMap(({ start, end }) => [start, end]);
  const ticks = niceTicks(Decimal.min(0, ...ends), Decimal.max(0, ...ends), tickCount);
  const low = ticks[0] ?? new Decimal(0);
  const high = ticks.at(-1) ?? new Decimal(1);
  const at = (value: Decimal) => value.minus(low).div(high.minus(low)).times(100).toDecimalPlaces(3).toNumber();
  return {
    zero: at(new Decimal(0)),
    ticks: ticks.map((value) => ({ value: value.toFixed(), at: at(value) })),
    bars: spans.map(({ step, start, end }) => ({
      id: step.id,
      kind: step.kind,
      falls: end.lt(start),
      level: at(end),
      pieces: pieces(step, start, end, compositions[step.id], at),
    })),
  };
}

function pieces(
  step: BridgeStep,
  start: Decimal,
  end: Decimal,
  composition: Composition | undefined,
  at: (value: Decimal) => number,
): BarPiece[] {
  if (step.kind === 'change' && start.eq(end)) return [];
  const whole: BarPiece[] = [{ from: at(Decimal.min(start, end)), to: at(Decimal.max(start, end)), agency: 'none' }];
  if (step.kind !== 'total' || !composition || composition.some(({ amount }) => new Decimal(amount).isNegative())) return whole;
  let reached = start;
  const parts = composition.flatMap(({ agency, amount }) => {
    const from = reached;
    reached = reached.plus(amount);
    return reached.eq(from) ? [] : [{ from: at(from), to: at(reached), agency }];
  });
  return parts.length > 0 && reached.eq(end) ? parts : whole;
}
