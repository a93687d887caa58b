import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextEdit, textEdits } from '@/lib/services/room/text-edits';

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { at, removed, inserted } of [...edits].reverse()) result = result.slice(0, at) + inserted + result.slice(at + removed);
  return result;
}

describe('the edits between two texts', () => {
  it.each([
    ['the same', 'the same', []],
    ['a quick fox', 'a slow fox', [{ at: 2, removed: 5, inserted: 'slow' }]],
    ['', 'new', [{ at: 0, removed: 0, inserted: 'new' }]],
    ['gone', '', [{ at: 0, removed: 4, inserted: '' }]],
    ['margins', 'margin', [{ at: 6, removed: 1, inserted: '' }]],
    [
      'one two three four five',
      'One two three four six',
      [
        { at: 0, removed: 3, inserted: 'One' },
        { at: 19, removed: 4, inserted: 'six' },
      ],
    ],
    ['of 15c3-1', 'of 17c3-1', [{ at: 3, removed: 4, inserted: '17c3' }]],
    ['1,986.4 million', '2,086.4 million', [{ at: 0, removed: 7, inserted: '2,086.4' }]],
    ['harmonize', 'harmonized', [{ at: 9, removed: 0, inserted: 'd' }]],
    ['😀', '😁', [{ at: 0, removed: 2, inserted: '😁' }]],
  ])('from “%s” to “%s”', (before, after, edits) => {
    expect(textEdits(before, after)).toEqual(edits);
  });

  it('make the one of the other', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '.', '😀', '5.30', '%'), { maxLength: 20 }).map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => applied(before, textEdits(before, after)) === after),
      { numRuns: 1000 },
    );
  });

  it('of long texts that differ throughout are one', () => {
    const text = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    expect(textEdits(text('a'), text('b'))).toHaveLength(1);
  });
});
