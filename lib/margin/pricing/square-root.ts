import { type Fixed, FRACTION_BITS } from './fixed';

/** The square root, rounded down at the last bit. Throws RangeError below 0. */
export function sqrtFixed(x: Fixed): Fixed {
  if (x < 0n) throw new RangeError('The square root needs a number of 0 or more.');
  if (x === 0n) return 0n;
  const radicand = x << FRACTION_BITS;
  // Newton from above: a start that is not below the root makes the sequence fall until it is there. The double is right to 52 bits, so few steps are left.
  const surplus = BigInt(Math.max(radicand.toString(16).length * 4 - 100, 0)) & ~1n;
  let root = (BigInt(Math.ceil(Math.sqrt(Number(radicand >> surplus)))) + 2n) << (surplus >> 1n);
  for (;;) {
    const next = (root + radicand / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
