/** The middle of some measurements: of an even number, the mean of the middle two. Throws RangeError without any. */
export function median(measurements: readonly number[]): number {
  const sorted = measurements.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
}
