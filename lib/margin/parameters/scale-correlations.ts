import type { Decimal } from '@/lib/core/decimal';
import type { SimmPack } from './simm-pack';
import { simmRequirements } from './simm-requirements';

/**
 * The pack with every published correlation multiplied by a number between 0 and 1, before the method squares or multiplies any: a what-if. 1 gives
 * the pack itself.
 */
export function scaleCorrelations(pack: SimmPack, scale: Decimal): SimmPack {
  if (scale.eq(1)) return pack;
  const numbers = new Map(pack.numbers);
  for (const { path, figure } of simmRequirements()) {
    const value = figure === 'correlation' ? numbers.get(path) : undefined;
    if (value !== undefined) numbers.set(path, value.times(scale));
  }
  return { ...pack, numbers };
}
