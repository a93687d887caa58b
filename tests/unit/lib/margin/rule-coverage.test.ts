import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('rule-coverage.test.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));

/** Paragraphs that the code of the methods and of thresholds cites as read, by the names that methods/cite.ts and its like give them. */
function codedParagraphs(): string[] {
  const sources = [...filesIn('lib/margin/methods'), readFileSync(join(ROOT, 'lib/margin/frameworks/built-in/thresholds.ts'), 'utf8')];
  const found = new Set<string>();
  for (const source of sources) {
    for (const [, paragraph = ''] of source.matchAll(/\b(?:haircutRule|appendixA|regulationT)\('([^']+)'\)/g)) found.add(paragraph);
    for (const [, section, paragraph = ''] of source.matchAll(/\bcfr\('([^']+)', '([^']+)'\)/g))
      found.add(paragraph.startsWith('(') ? paragraph : `${section}${paragraph}`);
  }
  return [...found].sort();
}

describe('every paragraph of a rule that is coded', () => {
  const tests = filesIn('tests/unit/lib/margin').join('\n');

  it.each(codedParagraphs())('%s stands in a test', (paragraph) => {
    const named = paragraph.split(/, |; |-(?=\()/).map((part) => part.trim());
    expect(named.filter((part) => !tests.includes(part))).toEqual([]);
  });

  it('is found: the table, the grid and the ten points are among them', () => {
    expect(codedParagraphs()).toEqual(expect.arrayContaining(['(c)(1)', '(P)(1)(i)', '(b)(1)(iii)']));
  });
});
