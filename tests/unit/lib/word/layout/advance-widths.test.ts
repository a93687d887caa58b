import { Document, Paragraph, TextRun } from 'docx';
import { layoutDocument } from 'docx/layout';
import { describe, expect, it } from 'vitest';
import { PLAIN_RUN } from '@/lib/word/layout/formats';
import { Typefaces } from '@/lib/word/layout/typeface';

const SAMPLES = [
  'Portfolio margining of uncleared swaps and non-cleared security-based swaps',
  '“$1,234.5 million” – 46.5% (§ 240.18a-3); RIN 3038–AF07',
  'Société Générale, Zürich & Çelik; naïve Ærø—œuvre…',
];

/** What a line of text takes as the docx library measures it, in twentieths of a point: it gives pixels of 96 to the inch. */
function measuredByLibrary(text: string, bold: boolean, italics: boolean): number {
  const run = new TextRun({ text, bold, italics, size: 24, font: 'Times New Roman' });
  const document = new Document({ sections: [{ children: [new Paragraph({ children: [run] })] }] });
  const block = layoutDocument(document, { guess: true }).pages[0]?.body[0];
  const lines = block?.type === 'paragraph' ? block.lines : [];
  expect(lines.length).toBe(1);
  return (lines[0]?.textWidth ?? 0) * 15;
}

describe('the widths of text', () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('are those that the docx library measures (bold %s, italic %s)', (bold, italic) => {
    const typeface = new Typefaces().of({ ...PLAIN_RUN, size: 24, bold, italic });
    for (const text of SAMPLES) expect(typeface.width(text)).toBeCloseTo(measuredByLibrary(text, bold, italic), -1);
  });

  it('are the same for each character of a monospaced face', () => {
    const typeface = new Typefaces().of({ ...PLAIN_RUN, font: 'Courier New', size: 20 });
    expect(typeface.width('iiii')).toBe(480);
    expect(typeface.width('WWWW')).toBe(480);
  });

  it('of small capitals are those of smaller capitals', () => {
    const typefaces = new Typefaces();
    const small = typefaces.of({ ...PLAIN_RUN, smallCaps: true });
    expect(small.width('a')).toBeCloseTo(0.8 * typefaces.of(PLAIN_RUN).width('A'));
    expect(small.width('A')).toBe(typefaces.of(PLAIN_RUN).width('A'));
  });
});
