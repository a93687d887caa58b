import { Decimal } from '@/lib/core/decimal';

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers (1, 2, 2.5, 5 times a power of ten) at equal distance from at or below `low` to at or above `high`: about `count` of them, at least two. */
export function niceTicks(low: Decimal, high: Decimal, count = 5): Decimal[] {
  const span = Decimal.max(high.minus(low), low.eq(high) ? Decimal.max(high.abs(), 1) : 0);
  const raw = span.div(Math.max(1, count));
  const power = new Decimal(10).pow(raw.log(10).floor());
  const step = power.times(STEPS.find((candidate) => power.times(candidate).gte(raw)) ?? 10);
  const first = low.div(step).floor();
  const last = Decimal.max(high.div(step).ceil(), first.plus(1));
  return Array.from({ length: last.minus(first).toNumber() + 1 }, (_, index) => first.plus(index).times(step));
}
