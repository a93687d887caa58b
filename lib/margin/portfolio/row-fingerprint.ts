/**
 * A number of 53 bits for a row's cells, to tell repeated rows without keeping them. Two different rows of a million share one with a
 * probability below 1 in 10,000, so it serves warnings only.
 */
export function rowFingerprint(cells: readonly string[]): number {
  let high = 0x9e3779b1;
  let low = 0x85ebca6b;
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) {
      const code = cell.charCodeAt(index);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x5bd1e995) ^ (low >>> 15);
    }
    high = Math.imul(high ^ 0x1f, 0x01000193);
    low = Math.imul(low ^ 0x1f, 0x5bd1e995) ^ (low >>> 13);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
