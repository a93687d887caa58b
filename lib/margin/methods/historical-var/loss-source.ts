import { type ExactVector, fromUnits, largestSize, overlappingSums, sumVectors, type VectorPart } from '../../evidence/loss-vector';
import type { TailGroup } from './select-tail';
import { keysOf, type LossSource } from './var-requirement';
import type { VarWindow } from './var-windows';

/** What vectors are measured in, and the sign that turns their profits into the losses that are covered. */
export interface LossFrame {
  readonly scale: number;
  readonly scenarios: number;
  readonly sign: 1 | -1;
}

/** The losses of a set of positions, exact in every size; each horizon is summed once. */
export function setLosses(parts: readonly VectorPart[], frame: LossFrame): (window: VarWindow) => LossSource {
  return vectorLosses(sumVectors(parts, frame.scale, frame.scenarios, frame.sign));
}

/** The losses of one exact vector. */
export function vectorLosses(daily: ExactVector): (window: VarWindow) => LossSource {
  const sources = new Map<number, LossSource>();
  return ({ days }) => {
    const known = sources.get(days);
    if (known) return known;
    const sums = overlappingSums(daily, days);
    const source: LossSource = {
      keys: keysOf(sums),
      sumOf: ({ ends, weights }) => {
        let sum = 0n;
        ends.forEach((end, i) => {
          sum += (sums.values[end] ?? 0n) * (weights === undefined ? 1n : BigInt(weights[i] as number));
        });
        return fromUnits(sum, sums.scale);
      },
    };
    sources.set(days, source);
    return source;
  };
}

/**
 * The losses of one position, in its own numbers where their sums stay below 2^53: ten thousand positions are told apart in the time of one pass over
 * their values. Reuses one buffer, so a source serves only until the next is asked for.
 */
export class PositionLosses {
  private readonly buffer: Float64Array;

  constructor(private readonly frame: LossFrame) {
    this.buffer = new Float64Array(frame.scenarios);
  }

  of(part: VectorPart): (window: VarWindow) => LossSource {
    const { scale, sign, scenarios } = this.frame;
    const { buffer } = this;
    const { values } = part.row;
    const size = largestSize(values);
    let filled = 0;
    const fill = (days: number) => {
      if (filled === days) return;
      filled = days;
      let sum = 0;
      for (let i = 0; i < scenarios; i += 1) {
        sum += values[i] as number;
        if (i >= days) sum -= values[i - days] as number;
        buffer[i] = sum * sign;
      }
    };
    return (window) => {
      // one value joins the sum before another leaves it
      if (size * (window.days + 1) > Number.MAX_SAFE_INTEGER) return setLosses([part], this.frame)(window);
      fill(window.days);
      return { keys: buffer, sumOf: (group) => fromUnits(daysSum(buffer, group, 1), scale).times(part.rate) };
    };
  }
}

/** The exact sum of a vector's losses that end on some scenarios, each the sum of `days` days, with their weights. */
export function daysSum(values: Float64Array, { ends, weights }: Pick<TailGroup, 'ends' | 'weights'>, days: number): bigint {
  let sum = 0;
  let carried = 0n;
  for (let at = 0; at < ends.length; at += 1) {
    const end = ends[at] as number;
    for (let i = end - days + 1; i <= end; i += 1) {
      const value = values[i] as number;
      const product = weights === undefined ? value : value * (weights[at] as number);
      if (!Number.isSafeInteger(product)) carried += BigInt(value) * BigInt((weights as readonly number[])[at] as number);
      else if (Number.isSafeInteger(sum + product)) sum += product;
      else {
        carried += BigInt(sum);
        sum = product;
      }
    }
  }
  return carried + BigInt(sum);
}
