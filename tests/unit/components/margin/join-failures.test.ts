import { describe, expect, it } from 'vitest';
import { joinFailures, somePositions } from '@/components/margin/join-failures';
import { keyed } from '@/components/margin/keyed';

describe('failures that are said once', () => {
  it('join the positions of one reason and message, in the order of their first', () => {
    const missing = { reason: 'MISSING_DATA' as const, message: 'The notional is missing.' };
    const none = { reason: 'NO_RULE' as const, message: 'The notional is missing.' };
    expect(
      joinFailures([
        { ...missing, positionIds: ['A', 'B'] },
        { ...none, positionIds: ['C'] },
        { ...missing, positionIds: ['D'] },
      ]),
    ).toEqual([
      { ...missing, positionIds: ['A', 'B', 'D'] },
      { ...none, positionIds: ['C'] },
    ]);
  });

  it('name the first positions and count the rest', () => {
    expect(somePositions(['A', 'B', 'C'], 3)).toBe('A, B, C');
    expect(somePositions(['A', ...Array.from({ length: 2000 }, () => 'x')], 1)).toBe('A and 2,000 more');
  });
});

describe('keys of a list', () => {
  it('differ where names are the same', () => {
    expect(keyed(['a', 'b', 'a', 'a'], (name) => name).map(({ key }) => key)).toEqual(['a', 'b', 'a 2', 'a 3']);
  });
});
