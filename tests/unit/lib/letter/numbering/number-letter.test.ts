import { describe, expect, it } from 'vitest';
import { numberLetter } from '@/lib/letter/numbering/number-letter';
import { letterNumeral, romanNumeral } from '@/lib/letter/numbering/ordinals';
import { doc, figChart, figTable, h, letter, note, p, question, section, uuid } from '@/tests/support/letters';

describe('numerals', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [1990, 'MCMXC'],
    [3999, 'MMMCMXCIX'],
  ])('%i is %s', (value, text) => {
    expect(romanNumeral(value)).toBe(text);
  });
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [28, 'BB'],
    [53, 'AAA'],
  ])('%i is %s', (value, text) => {
    expect(letterNumeral(value)).toBe(text);
  });
  it.each([0, -1, 1.5, 4000])('has no numeral for %s', (value) => {
    expect(() => romanNumeral(value)).toThrow(RangeError);
    if (value < 1 || !Number.isInteger(value)) expect(() => letterNumeral(value)).toThrow(RangeError);
  });
});

describe('the numbers of a letter', () => {
  const content = letter([
    section('introduction', 'Introduction', doc(h(1, 'Who we are'), p('a', note('n')))),
    section('annex', 'Evidence', doc(h(1, 'Data'), h(2, 'Source'), h(1, 'Method'), figTable('x'), p('z', note('n')))),
    section('summary', 'Summary', doc(p('b', note('n'), note('n')))),
    section(
      'question',
      'Question 1',
      doc(h(1, 'One'), h(2, 'Two'), h(3, 'Three'), h(2, 'Four'), h(1, 'Five'), h(1), figChart('x'), figTable('x')),
      { question: question('II/1', 'Why?') },
    ),
  ]);
  const numbers = numberLetter(content);

  it('counts sections in roman, annexes in letters, and the opening not at all', () => {
    expect([1, 3, 4, 2].map((index) => numbers.sections.get(uuid(index)))).toEqual([null, 'I.', 'II.', 'Annex A']);
  });
  it('counts headings within their section and leaves out empty ones', () => {
    expect(numbers.headings.map(({ number }) => number)).toEqual(['', 'A.', '1.', 'a.', '2.', 'B.', '1', '1.1', '2']);
  });
  it('counts tables and charts apart, annexes last', () => {
    expect(numbers.exhibits.map(({ label, sectionId }) => [label, sectionId])).toEqual([
      ['Chart 1', uuid(4)],
      ['Table 1', uuid(4)],
      ['Table 2', uuid(2)],
    ]);
  });
  it('counts footnotes through the letter', () => {
    expect([1, 3, 4, 2].map((index) => numbers.footnotes.get(uuid(index)))).toEqual([
      { first: 1, count: 1 },
      { first: 2, count: 2 },
      { first: 4, count: 0 },
      { first: 4, count: 1 },
    ]);
  });
  it('finds the section of a question', () => {
    expect(numbers.questions.get('II/1')).toBe(uuid(4));
  });
});
