import { describe, expect, it } from 'vitest';
import { benchLetter } from '@/bench/inputs/letter';
import { letterMarkdown } from '@/bench/inputs/letter-markdown';
import { walkProse } from '@/lib/letter/walk-prose';

describe('the letter of the bench', () => {
  const letter = benchLetter();
  const markdown = letterMarkdown(letter);
  const count = (type: string) => letter.sections.flatMap(({ body }) => [...walkProse(body)]).filter((node) => node.type === type).length;

  it('is the same each time', () => {
    expect(benchLetter()).toEqual(letter);
  });

  it('has 200 footnotes, 20 tables, 10 charts and 40 bound amounts', () => {
    expect(count('footnote')).toBe(200);
    expect(count('table') + count('figureTable')).toBe(20);
    expect(count('figureChart')).toBe(10);
    expect(count('figureNumber')).toBe(40);
  });

  it('has a value for every figure bound in it', () => {
    expect(Object.keys(letter.figures)).toHaveLength(60);
  });

  it('has its footnotes, tables and questions in its Markdown too', () => {
    expect(markdown.match(/^\[\^\d+\]: /gm)).toHaveLength(200);
    expect(markdown.match(/^\| --- /gm)).toHaveLength(20);
    expect(markdown.match(/^> \*\*Question \d+\.\*\* /gm)).toHaveLength(40);
  });

  it('has every text of its nodes in its Markdown', () => {
    const texts = letter.sections.flatMap(({ body }) => [...walkProse(body)]).flatMap(({ text }) => text ?? []);
    expect(texts.filter((text) => !markdown.includes(text.trim()))).toEqual([]);
  });
});
