import { Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { ExactVector } from '../../evidence/loss-vector';
import { selectTail, type TailGroup } from './select-tail';
import type { VarSettings } from './var-settings';
import type { VarWindow, VarWindows } from './var-windows';

/** Losses by the scenario on which they end: `keys` order them, `sumOf` adds some of them, weighted, exactly, in the calculation currency. */
export interface LossSource {
  readonly keys: Float64Array;
  sumOf(group: Pick<TailGroup, 'ends' | 'weights'>): Decimal;
}

export const COMPONENTS = ['current', 'stressed', 'floor'] as const;
export type ComponentId = (typeof COMPONENTS)[number];

/** One amount from one window; `groups` hold the factor of the horizon. Below 0 where even the tail gains. */
export interface VarComponent {
  readonly id: ComponentId;
  readonly window: VarWindow;
  readonly groups: readonly TailGroup[];
  readonly amount: Decimal;
}

/** What binds: components with their weights, an amount, or nothing where the scenarios have no loss to cover. */
export type Binding =
  | { readonly kind: 'components'; readonly weights: ReadonlyMap<ComponentId, Decimal> }
  | { readonly kind: 'amount' }
  | { readonly kind: 'nothing' };

export interface VarRequirement {
  readonly amount: Decimal;
  readonly components: readonly VarComponent[];
  readonly binding: Binding;
}

/**
 * The requirement of losses under the settings: current and stressed amount by their rule, not below the floor, not below 0. Where two are equal the
 * current amount binds before the stressed one, and both before the floor.
 */
export function varRequirement(source: (window: VarWindow) => LossSource, windows: VarWindows, settings: VarSettings): VarRequirement {
  const horizon = settings.scaled ? new Decimal(settings.horizonDays).sqrt() : ONE;
  const componentOf = (id: ComponentId, window: VarWindow): VarComponent => {
    const { keys, sumOf } = source(window);
    const groups = selectTail(keys, window, settings).map((group) => ({ ...group, factor: group.factor.times(horizon) }));
    const terms = groups.map((group) => sumOf(group).times(group.factor));
    return { id, window, groups, amount: terms.length === 1 ? (terms[0] ?? ZERO) : sumDecimals(terms) };
  };
  const current = componentOf('current', windows.current);
  const stressed = windows.stressed && componentOf('stressed', windows.stressed);
  const floor = windows.floor && componentOf('floor', windows.floor);
  const components = [current, stressed, floor].filter((component) => component !== null);

  const before = stressed === null ? alone(current) : withStress(current, stressed, settings);
  let { amount } = before;
  let binding: Binding = { kind: 'components', weights: before.weights };
  if (settings.floor?.kind === 'share' && floor !== null && floor.amount.times(settings.floor.share).gt(amount)) {
    amount = floor.amount.times(settings.floor.share);
    binding = { kind: 'components', weights: new Map([['floor', settings.floor.share]]) };
  } else if (settings.floor?.kind === 'amount' && settings.floor.amount.gt(amount)) {
    amount = settings.floor.amount;
    binding = { kind: 'amount' };
  }
  if (amount.lte(0)) return { amount: ZERO, components, binding: { kind: 'nothing' } };
  return { amount, components, binding };
}

type Weighed = { readonly amount: Decimal; readonly weights: ReadonlyMap<ComponentId, Decimal> };

function alone({ id, amount }: VarComponent, weight: Decimal = ONE): Weighed {
  return { amount: weight.eq(ONE) ? amount : amount.times(weight), weights: new Map([[id, weight]]) };
}

function withStress(current: VarComponent, stressed: VarComponent, { stressedRule, stressedWeight }: VarSettings): Weighed {
  if (stressedRule === 'larger') {
    const other = alone(stressed, stressedWeight);
    return other.amount.gt(current.amount) ? other : alone(current);
  }
  const share = stressedRule === 'blended' ? ONE.minus(stressedWeight) : ONE;
  return {
    amount: sumDecimals([current.amount.times(share), stressed.amount.times(stressedWeight)]),
    weights: new Map([
      ['current', share],
      ['stressed', stressedWeight],
    ]),
  };
}

/** The losses of a whole set, of any size: their order is told by rank where they are too large for a double. */
export function keysOf({ values }: ExactVector): Float64Array {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  if (values.every((value) => value <= most && value >= -most)) return Float64Array.from(values, Number);
  const order = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rank = new Map(order.map((value, i) => [value, i]));
  return Float64Array.from(values, (value) => rank.get(value) ?? 0);
}
