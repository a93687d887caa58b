import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';

describe('text as a Word file may hold it', () => {
  it.each([
    ['plain', 'plain'],
    ['a\tb', 'a\tb'],
    ['a\r\nb\rc\u2028d\u000be\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['a\u0000b\u001bc\u007f', 'abc'],
    ['a\u200bb\u200dc\ufeffd\u202ee\u00adf', 'abcdef'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['👍🏽', '👍🏽'],
    ['שלום', 'שלום'],
    ['\uffff\u{1ffff}', ''],
  ])('%j becomes %j', (dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });
  it('is clean already when it is cleaned twice, and well-formed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
        (text) => {
          const clean = cleanText(text);
          expect(cleanText(clean)).toBe(clean);
          expect(() => encodeURIComponent(clean)).not.toThrow();
        },
      ),
    );
  });
  it('stands on one line where a line is asked for', () => {
    expect(cleanLine('  a\n\tb \u00a0 c ')).toBe('a b c');
  });
});

describe('a date in words', () => {
  it.each([
    ['2026-08-24', 'August 24, 2026'],
    ['2026-06-05T10:00:00.000Z', 'June 5, 2026'],
    ['soon', 'soon'],
    ['2026-13-01', '2026-13-01'],
  ])('%s reads "%s"', (iso, words) => {
    expect(longDate(iso)).toBe(words);
  });
});
