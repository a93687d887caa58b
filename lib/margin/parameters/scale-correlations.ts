import type { Decimal } from '@/lib/core/decimal';
import type { SimmPack } from './simm-pack';
import { simmRequirements } from './simm-requirements';

/** Packs that were scaled, by the pack and the scale: a run asks for the same one at every netting set. */
const SCALED = new WeakMap<SimmPack, Map<string, SimmPack>>();

/**
 * The pack with every published correlation multiplied by a number between 0 and 1, before the method squares or multiplies any: a what-if. 1 gives
 * the pack itself.
 */
export function scaleCorrelations(pack: SimmPack, scale: Decimal): SimmPack {
  if (scale.eq(1)) return pack;
  const known = SCALED.get(pack) ?? new Map<string, SimmPack>();
  SCALED.set(pack, known);
  const key = scale.toString();
  const scaled = known.get(key) ?? { ...pack, numbers: scaledNumbers(pack, scale) };
  known.set(key, scaled);
  return scaled;
}

function scaledNumbers(pack: SimmPack, scale: Decimal): ReadonlyMap<string, Decimal> {
  const numbers = new Map(pack.numbers);
  for (const { path, figure } of simmRequirements()) {
    const value = figure === 'correlation' ? numbers.get(path) : undefined;
    if (value !== undefined) numbers.set(path, value.times(scale));
  }
  return numbers;
}
