import { describe, expect, it } from 'vitest';
import type { Line } from '@/lib/word/layout/break-lines';
import type { MeasuredBlock, MeasuredParagraph, MeasuredRow } from '@/lib/word/layout/measure-blocks';
import type { NotePart } from '@/lib/word/layout/page-notes';
import { withoutWidows } from '@/lib/word/layout/page-notes';
import { paginate } from '@/lib/word/layout/paginate';

const HEIGHTS = { first: 1000, other: 1000 };

/** A paragraph of lines 100 high, with a bookmark on its first line. */
function paragraph(
  name: string,
  count: number,
  more: Partial<MeasuredParagraph> = {},
  notes: Record<number, number[]> = {},
): MeasuredBlock {
  const lines = Array.from(
    { length: count },
    (_, index): Line => ({ height: 100, notes: notes[index] ?? [], bookmarks: index === 0 ? [name] : [] }),
  );
  const plain = { before: 0, after: 0, keepNext: false, keepLines: false, widowControl: true, pageBreakBefore: false };
  return { kind: 'paragraph', lines, ...plain, ...more };
}

const row = (name: string, height: number, keepNext = false): MeasuredRow => ({ height, keepNext, notes: [], bookmarks: [name] });
const noteOf = (count: number, after = 0): NotePart => ({
  paragraphs: [{ after, lines: Array.from({ length: count }, () => ({ height: 50, notes: [], bookmarks: [] })) }],
});

const pagesOf = (blocks: readonly MeasuredBlock[], notes: readonly NotePart[] = []) => {
  const { count, bookmarks } = paginate(blocks, notes, HEIGHTS);
  return { count, ...Object.fromEntries(bookmarks) };
};

describe('pages', () => {
  it.each<[string, MeasuredBlock[], object]>([
    ['are filled to the last line', [paragraph('a', 10), paragraph('b', 1)], { count: 2, a: 1, b: 2 }],
    ['end where a paragraph wants a new one', [paragraph('a', 1), paragraph('b', 1, { pageBreakBefore: true })], { count: 2, b: 2 }],
    ['keep a heading with what follows', [paragraph('a', 8), paragraph('h', 1, { keepNext: true }), paragraph('b', 4)], { h: 2, b: 2 }],
    [
      'hold a heading with two lines of text',
      [paragraph('a', 7), paragraph('h', 1, { keepNext: true }), paragraph('b', 4)],
      { h: 1, b: 1 },
    ],
    ['keep the lines of a paragraph', [paragraph('a', 8), paragraph('b', 4, { keepLines: true })], { b: 2 }],
    ['take the larger of two distances', [paragraph('a', 8, { after: 80 }), paragraph('b', 1, { before: 100 })], { b: 1, count: 1 }],
    ['drop the distance at their top', [paragraph('a', 10), paragraph('b', 10, { before: 500 })], { count: 2 }],
  ])('%s', (_, blocks, expected) => {
    expect(pagesOf(blocks)).toMatchObject(expected);
  });

  it.each([
    [5, 6, true, 4],
    [3, 4, true, 2],
    [2, 3, true, 0],
    [1, 5, true, 0],
    [1, 5, false, 1],
    [6, 6, true, 6],
  ])('with room for %i of %i lines (widow control %s) hold %i', (room, all, control, held) => {
    expect(withoutWidows(room, all, control)).toBe(held);
  });

  it('repeat the head of a table and keep rows together', () => {
    const table = (keep: boolean): MeasuredBlock => ({
      kind: 'table',
      head: [row('head', 200)],
      rows: [row('r1', 500), row('r2', 200, keep), row('r3', 400), row('r4', 300)],
      topBorder: 0,
    });
    expect(pagesOf([table(false)])).toMatchObject({ r1: 1, r2: 1, r3: 2, r4: 2, count: 2 });
    expect(pagesOf([table(true)])).toMatchObject({ r1: 1, r2: 2, r3: 2, r4: 3, count: 3 });
  });

  it('give up room to the notes at their feet', () => {
    expect(pagesOf([paragraph('a', 8), paragraph('b', 1)], [noteOf(2)])).toMatchObject({ b: 1 });
    expect(pagesOf([paragraph('a', 8, {}, { 0: [0] }), paragraph('b', 1)], [noteOf(2)])).toMatchObject({ b: 2 });
  });

  it('carry on the notes for which there is no room', () => {
    const long = paragraph('a', 7, {}, { 6: [0] });
    expect(pagesOf([long], [noteOf(10)])).toMatchObject({ a: 1, count: 2 });
    expect(pagesOf([long, paragraph('b', 9)], [noteOf(10)])).toMatchObject({ b: 2, count: 3 });
  });

  it('keep a paragraph from a page on which its second note cannot begin below the first', () => {
    // text of 800 with a separator of 104 and a line of 50: the second line of notes fits without the distance of 40 above it alone
    const two = paragraph('b', 1, {}, { 0: [0, 1] });
    const notes = (after: number) => [noteOf(1, after), noteOf(1)];
    const pageOf = (own: MeasuredBlock, after: number) =>
      paginate([paragraph('a', 7), own], notes(after), { first: 1010, other: 1010 }).bookmarks.get('b');
    expect(pageOf(two, 0)).toBe(1);
    expect(pageOf(two, 40)).toBe(2);
  });

  it('let the only note of a paragraph begin on the next page for want of that distance', () => {
    const first = paragraph('a', 7, {}, { 0: [0] });
    const line: Line = { height: 100, notes: [1], bookmarks: ['b'], onlyNote: true };
    const own = { ...paragraph('b', 1), lines: [line] } as MeasuredBlock;
    const shared = { ...own, lines: [{ ...line, onlyNote: false }] } as MeasuredBlock;
    const pageOf = (block: MeasuredBlock) =>
      paginate([first, block], [noteOf(1, 40), noteOf(1)], { first: 1010, other: 1010 }).bookmarks.get('b');
    expect(pageOf(own)).toBe(1);
    expect(pageOf(shared)).toBe(2);
  });

  it('end with what is taller than a page, and go on', () => {
    const tall: MeasuredBlock = { kind: 'table', head: [], rows: [row('r', 3000)], topBorder: 0 };
    expect(pagesOf([paragraph('a', 2), tall, paragraph('b', 1)])).toMatchObject({ a: 1, r: 2, b: 3 });
  });
});
