import { describe, expect, it } from 'vitest';
import { changedFields } from '@/lib/core/changed-fields';

describe('changedFields', () => {
  it.each([
    ['another value', { a: 1, b: 'x' }, { a: 2, b: 'x' }, { before: { a: 1 }, after: { a: 2 } }],
    ['no other value', { a: 1 }, { a: 1 }, null],
    ['other keys in another order', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, null],
    ['a field that was not there', {}, { a: [] }, { before: { a: undefined }, after: { a: [] } }],
    ['none instead of nothing', {}, { a: null }, null],
  ])('of %s', (_what, before, after, expected) => {
    expect(changedFields<object>(before, after)).toEqual(expected);
  });
});
