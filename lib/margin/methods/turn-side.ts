import type { ResolvedPosition } from './method';

/** The position as the other party has it: long is short, and the market value's sign turns. */
export function turnSide(resolved: ResolvedPosition): ResolvedPosition {
  return {
    ...resolved,
    direction: resolved.direction === 'long' ? 'short' : 'long',
    marketValue: resolved.marketValue === null ? null : resolved.marketValue.neg(),
  };
}
