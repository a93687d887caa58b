import type { Decimal } from '@/lib/core/decimal';
import type { SpreadLeg } from './spread-group';

/** The usual name of a spread by its legs, e.g. "Call spread", "Long butterfly", "Short iron condor"; a count of legs where it has none. */
export function spreadName(legs: readonly SpreadLeg[]): string {
  const sorted = [...legs].sort((a, b) => a.option.strike.cmp(b.option.strike));
  const [first] = sorted;
  if (!first) return 'Spread';
  const expiries = new Set(sorted.map(({ option }) => option.expiry));
  const kinds = new Set(sorted.map(({ option }) => option.kind));
  if (sorted.length === 2 && kinds.size === 1)
    return `${first.option.kind === 'call' ? 'Call' : 'Put'} ${expiries.size === 1 ? '' : 'time '}spread`;
  const named = expiries.size === 1 ? (kinds.size === 1 ? winged(sorted) : mixed(sorted)) : null;
  return named ?? `Spread of ${sorted.length} legs`;
}

const signed = ({ option, contracts }: SpreadLeg, one: Decimal): string => `${option.long ? '+' : '-'}${contracts.div(one).toString()}`;

function winged(sorted: readonly SpreadLeg[]): string | null {
  const one = sorted[0]?.contracts;
  if (!one || !evenlySpaced(sorted)) return null;
  const shape = sorted.map((leg) => signed(leg, one)).join(' ');
  const side = sorted[0]?.option.long ? 'Long' : 'Short';
  if (shape === '+1 -2 +1' || shape === '-1 +2 -1') return `${side} butterfly`;
  if (shape === '+1 -1 -1 +1' || shape === '-1 +1 +1 -1') return `${side} condor`;
  return null;
}

/** The wings are equally wide. */
function evenlySpaced(sorted: readonly SpreadLeg[]): boolean {
  const strikes = sorted.map(({ option }) => option.strike);
  const [a, b] = strikes;
  const [y, z] = strikes.slice(-2);
  return a !== undefined && b !== undefined && y !== undefined && z !== undefined && b.minus(a).eq(z.minus(y));
}

function mixed(sorted: readonly SpreadLeg[]): string | null {
  const one = sorted[0]?.contracts;
  if (sorted.length !== 4 || !one || !sorted.every(({ contracts }) => contracts.eq(one))) return null;
  const puts = sorted.filter(({ option }) => option.kind === 'put').map(({ option }) => option);
  const calls = sorted.filter(({ option }) => option.kind === 'call').map(({ option }) => option);
  const [lowPut, highPut] = puts;
  const [lowCall, highCall] = calls;
  if (!lowPut || !highPut || !lowCall || !highCall) return null;
  if (lowPut.long === highPut.long || lowCall.long === highCall.long) return null;
  if (lowPut.strike.eq(lowCall.strike) && highPut.strike.eq(highCall.strike) && lowPut.long !== lowCall.long)
    return lowCall.long ? 'Long box' : 'Short box';
  if (lowPut.long !== highCall.long || highPut.strike.gt(lowCall.strike)) return null;
  return `${lowPut.long ? 'Short' : 'Long'} iron ${highPut.strike.eq(lowCall.strike) ? 'butterfly' : 'condor'}`;
}
