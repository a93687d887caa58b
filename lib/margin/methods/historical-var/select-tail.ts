import { type Decimal, ONE } from '@/lib/core/decimal';
import type { VarSettings } from './var-settings';
import type { VarWindow } from './var-windows';

/** Scenarios whose losses count with one factor: the amount is Σ factor × (sum of weight × loss at `ends`); without weights each is 1. */
export interface TailGroup {
  readonly factor: Decimal;
  readonly ends: readonly number[];
  /** Whole numbers, so that the sum is exact. */
  readonly weights?: readonly number[];
}

/** Up to so many of the largest losses are found by insertion; more, by sorting. */
const FEW = 64;

/**
 * The scenarios that make the measure, for losses told by `keys` (by scenario; only their order matters, the first of equal ones goes first). With weights
 * w and their sum W, value at risk is the loss at which the weights of the losses from the largest on first exceed (1 − confidence) × W: of n equal
 * weights the k-th largest with k = floor((1 − confidence) × n) + 1. Expected shortfall is the average of the losses over exactly that weight of the
 * tail, its last scenario counting in part (Acerbi and Tasche).
 */
export function selectTail(
  keys: Float64Array,
  window: VarWindow,
  settings: Pick<VarSettings, 'confidence' | 'measure' | 'interpolated'>,
): TailGroup[] {
  const share = ONE.minus(settings.confidence);
  const count = window.ends.length;
  if (settings.measure === 'value-at-risk' && settings.interpolated && window.weights === null) {
    const place = share.times(count - 1);
    const below = place.floor();
    // a place in the list of scenarios, a whole number: no amount
    const order = largest(keys, window.ends, Math.min(below.toNumber() + 2, count));
    const part = place.minus(below);
    const groups = [{ factor: ONE.minus(part), ends: order.slice(-2, order.length - 1) }];
    // the same place again, an index into the list
    if (order.length === 1 || part.isZero()) return [{ factor: ONE, ends: [order[below.toNumber()] as number] }];
    return [...groups, { factor: part, ends: order.slice(-1) }];
  }
  const mass = share.times(window.total);
  // a whole number of weights of scenarios, which the exact rest below is compared with: no amount
  const tail = tailOrder(keys, window, mass.floor().toNumber());
  if (settings.measure === 'value-at-risk') return [{ factor: ONE, ends: tail.slice(-1) }];
  return tailAverage(tail, window, mass);
}

/** The largest losses until their weights exceed a whole number, largest first. */
function tailOrder(keys: Float64Array, window: VarWindow, limit: number): number[] {
  const { ends, weights } = window;
  if (weights === null) return largest(keys, ends, Math.min(limit + 1, ends.length));
  const first = ends[0] ?? 0;
  for (let count = Math.min(FEW, ends.length); ; count = Math.min(count * 4, ends.length)) {
    const order = largest(keys, ends, count);
    let sum = 0;
    for (let i = 0; i < order.length; i += 1) {
      sum += weights[(order[i] as number) - first] as number;
      if (sum > limit) return order.slice(0, i + 1);
    }
    if (count === ends.length) return order;
  }
}

function tailAverage(tail: readonly number[], window: VarWindow, mass: Decimal): TailGroup[] {
  const { weights, ends } = window;
  const last = tail[tail.length - 1] as number;
  const inner = tail.slice(0, -1);
  const first = ends[0] ?? 0;
  // weights stand only beside days in order, whose window has no holes
  const counts = weights === null ? undefined : inner.map((end) => weights[end - first] as number);
  const rest = mass.minus(counts === undefined ? inner.length : counts.reduce((sum, count) => sum + count, 0));
  return [
    ...(inner.length === 0 ? [] : [{ factor: ONE.div(mass), ends: inner, ...(counts === undefined ? {} : { weights: counts }) }]),
    ...(rest.isZero() ? [] : [{ factor: rest.div(mass), ends: [last] }]),
  ];
}

/** The scenarios of the `count` largest keys, largest first; of equal keys the earlier scenario first. */
function largest(keys: Float64Array, ends: Int32Array, count: number): number[] {
  if (count <= FEW) return largestFew(keys, ends, count);
  const sorted = new Float64Array(ends.length);
  for (let i = 0; i < ends.length; i += 1) sorted[i] = keys[ends[i] as number] as number;
  sorted.sort();
  const least = sorted[ends.length - count] as number;
  const above: number[] = [];
  const equal: number[] = [];
  for (const end of ends) {
    const key = keys[end] as number;
    if (key > least) above.push(end);
    else if (key === least) equal.push(end);
  }
  above.sort((a, b) => (keys[b] as number) - (keys[a] as number) || a - b);
  return [...above, ...equal.slice(0, count - above.length)];
}

function largestFew(keys: Float64Array, ends: Int32Array, count: number): number[] {
  const found: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < ends.length; i += 1) {
    const end = ends[i] as number;
    const key = keys[end] as number;
    let at = found.length;
    if (at === count) {
      if (!(key > (values[count - 1] as number))) continue;
      at -= 1;
    }
    while (at > 0 && key > (values[at - 1] as number)) {
      values[at] = values[at - 1] as number;
      found[at] = found[at - 1] as number;
      at -= 1;
    }
    values[at] = key;
    found[at] = end;
  }
  return found;
}
