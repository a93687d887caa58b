import { type Fixed, FRACTION_BITS } from './fixed';

/** The square root, rounded down at the last bit. Throws RangeError below 0. */
export function sqrtFixed(x: Fixed): Fixed {
  if (x < 0n) throw new RangeError('The square root needs a number of 0 or more.');
  if (x === 0n) return 0n;
  const radicand = x << FRACTION_BITS;
  // Newton from above: the first step below the root from any start lies above it again, and from there the sequence falls until it is there.
  let root = 1n << BigInt(Math.ceil((radicand.toString(16).length * 4) / 2));
  for (;;) {
    const next = (root + radicand / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
