import { describe, expect, it } from 'vitest';
import type { ParagraphBlock, Piece } from '@/lib/word/layout/blocks';
import { breakLines } from '@/lib/word/layout/break-lines';
import { type ParagraphFormat, PLAIN_PARAGRAPH, PLAIN_RUN } from '@/lib/word/layout/formats';
import { Typefaces } from '@/lib/word/layout/typeface';

/** Ten points of a face whose every character is 120 twentieths wide, so that a case can be counted. */
const typeface = new Typefaces().of({ ...PLAIN_RUN, font: 'Courier New', size: 20 });
const WIDTH = 120;

const text = (words: string): Piece => ({ kind: 'text', text: words, typeface });

function lines(pieces: readonly Piece[], characters: number, more: Partial<ParagraphFormat> = {}, pages = new Map<string, number>()) {
  const block: ParagraphBlock = { kind: 'paragraph', format: { ...PLAIN_PARAGRAPH, ...more }, typeface, number: null, pieces };
  return breakLines(block, characters * WIDTH, pages);
}

describe('lines', () => {
  it.each<[string, number, number]>([
    ['one two three', 13, 1],
    ['one two three', 12, 2],
    ['one two three', 5, 3],
    ['one two      ', 7, 1],
    ['non-cleared', 8, 2],
    ['17-15-20 as', 8, 2],
    ['rules—one', 6, 2],
    ['abcdefghijklmnop', 5, 4],
    ['', 5, 1],
  ])('of "%s" in a column of %i characters are %i', (words, characters, count) => {
    expect(lines([text(words)], characters).length).toBe(count);
  });

  it('are not broken where a word goes on in another run', () => {
    expect(lines([text('one'), text('two'), text(' three')], 6).length).toBe(2);
  });

  it('hang from an indent and take up a list number with a tab', () => {
    const block: ParagraphBlock = {
      kind: 'paragraph',
      format: { ...PLAIN_PARAGRAPH, left: 4 * WIDTH, firstLine: -4 * WIDTH },
      typeface,
      number: { text: '(1)', separator: 'tab' },
      pieces: [text('abcdef ghijkl')],
    };
    expect(breakLines(block, 10 * WIDTH, new Map()).length).toBe(2);
    expect(breakLines(block, 17 * WIDTH, new Map()).length).toBe(1);
  });

  it.each([
    [9, 1],
    [100, 2],
  ])('of an entry of the contents leave room for page %i at the right edge: %i', (page, count) => {
    const entry: Piece[] = [text('abcdefgh'), { kind: 'tab' }, { kind: 'page-of', name: 'there', typeface }];
    const format: Partial<ParagraphFormat> = { tabs: [{ position: 10 * WIDTH, kind: 'right' }] };
    expect(lines(entry, 10, format, new Map([['there', page]])).length).toBe(count);
  });

  it('say which notes and bookmarks stand in them', () => {
    const pieces: Piece[] = [{ kind: 'bookmark', name: 'here' }, text('one two '), text('three'), { kind: 'note', note: 4 }];
    const [first, second] = lines(pieces, 8);
    expect(first).toMatchObject({ bookmarks: ['here'], notes: [] });
    expect(second).toMatchObject({ bookmarks: [], notes: [4] });
  });

  it('are as high as their picture', () => {
    const [line] = lines([{ kind: 'picture', width: 100, height: 4000 }], 20);
    expect(line?.height).toBeGreaterThanOrEqual(4000);
    expect(line?.height).toBeLessThan(4200);
  });

  it.each([
    ['exact' as const, 240, 240],
    ['atLeast' as const, 400, 400],
  ])('are %s as high as their paragraph says', (lineRule, line, height) => {
    expect(lines([text('one')], 5, { lineRule, line })[0]?.height).toBe(height);
  });
});
