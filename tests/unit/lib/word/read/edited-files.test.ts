import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/letter/compare/change';
import { writeLetter } from '@/lib/word/write/write-letter';
import { changeLine } from '@/tests/support/change-line';
import { fullLetter } from '@/tests/support/full-letter';
import { CLEAN, changesIn, returned } from '@/tests/support/returned-letter';

const LETTER = fullLetter();
const QUESTION_1 = LETTER.sections[2]!.id;
const BY = 'w:id="77" w:author="Ann" w:date="2026-09-01T10:00:00Z"';

describe('an edit in the file', () => {
  let parts: Record<string, Uint8Array>;
  beforeAll(async () => {
    parts = unzipSync(await writeLetter(LETTER, CLEAN));
  });

  /** The changes that come back once a part was edited; fails where the edit finds nothing. */
  function edited(part: string, edit: (xml: string) => string): Map<string, readonly Change[] | 'missing' | 'new'> {
    const before = strFromU8(parts[part]!);
    const after = edit(before);
    expect(after).not.toBe(before);
    return new Map(changesIn(LETTER, returned(zipSync({ ...parts, [part]: strToU8(after) }), LETTER)));
  }

  function only(changes: ReturnType<typeof edited>): Change {
    expect([...changes.values()].map((own) => (typeof own === 'string' ? own : own.map(changeLine)))).toHaveLength(1);
    const [own] = changes.values();
    expect(typeof own === 'string' ? own : own!.map(changeLine)).toHaveLength(1);
    return own![0] as Change;
  }

  const words = (change: Change) =>
    change.kind === 'text' ? [change.deleted, change.inserted].map((nodes) => nodes.map(({ text }) => text).join('')) : change.kind;

  /** The runs of plain words of the main text that stand in sections, by their place in the XML. */
  function plainRuns(xml: string): { readonly at: number; readonly whole: string; readonly text: string }[] {
    const from = xml.indexOf('w:name="Sec_');
    const contents = xml.indexOf('w:name="Gen_contents"');
    const signed = xml.indexOf('<w:pStyle w:val="Closing"/>');
    const text =
      /<w:pStyle w:val="(?:BodyText|ListParagraph|Quote)"\/>(?:(?!<\/w:p>).)*?(<w:r><w:t xml:space="preserve">([^<&]{20,})<\/w:t><\/w:r>)/gs;
    return [...xml.matchAll(text)]
      .map((match) => ({ at: match.index + match[0].length - match[1]!.length, whole: match[1]!, text: match[2]! }))
      .filter(({ at }) => at > from && at < signed && (at < contents || xml.lastIndexOf('w:name="Sec_', at) > contents));
  }

  const run = (text: string, properties = '') => (text === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`);
  const deleted = (text: string) => `<w:del ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;

  const EDITS: Readonly<
    Record<string, (before: string, word: string, after: string) => { readonly xml: string; readonly change: unknown }>
  > = {
    'puts a word in': (before, word, after) => ({ xml: run(`${before}zebra ${word}${after}`), change: ['', 'zebra '] }),
    'takes a word out': (before, word, after) => ({ xml: run(`${before}${after}`), change: [word, ''] }),
    'puts a word in, tracked': (before, word, after) => ({
      xml: `${run(before)}<w:ins ${BY}>${run('zebra ')}</w:ins>${run(`${word}${after}`)}`,
      change: ['', 'zebra '],
    }),
    'takes a word out, tracked': (before, word, after) => ({ xml: `${run(before)}${deleted(word)}${run(after)}`, change: [word, ''] }),
    'makes a word bold': (before, word, after) => ({
      xml: `${run(before)}${run(word, '<w:rPr><w:b/></w:rPr>')}${run(after)}`,
      change: 'format',
    }),
    'makes a word bold, tracked': (before, word, after) => ({
      xml: `${run(before)}${run(word, `<w:rPr><w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange></w:rPr>`)}${run(after)}`,
      change: 'format',
    }),
  };

  it.each(Object.keys(EDITS))('%s, anywhere, comes back as that and nothing else', (name) => {
    const runs = plainRuns(strFromU8(parts['word/document.xml']!));
    expect(runs.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.nat(runs.length - 1), fc.nat(), (which, at) => {
        const { at: place, whole, text } = runs[which]!;
        const found = [...text.matchAll(/(?<= )[A-Za-z]{4,} /g)];
        fc.pre(found.length > 0);
        const word = found[at % found.length]!;
        const made = EDITS[name]!(text.slice(0, word.index), word[0], text.slice(word.index + word[0].length));
        const change = only(edited('word/document.xml', (xml) => xml.slice(0, place) + made.xml + xml.slice(place + whole.length)));
        const said = words(change);
        // of two equal spaces either may be the one that came or went
        expect(Array.isArray(said) ? said.map((own) => own.trim()) : said).toEqual(
          Array.isArray(made.change) ? made.change.map((own) => String(own).trim()) : made.change,
        );
      }),
      { numRuns: 12 },
    );
  });

  it('in a footnote comes back as an edit of the footnote', () => {
    const change = only(
      edited('word/footnotes.xml', (xml) => xml.replace('those of the firm and of no customer', 'those of the firm and of nobody else')),
    );
    expect(words(change)).toEqual(['no customer', 'nobody else']);
  });

  it('that takes a paragraph out comes back as its deletion', () => {
    const change = only(
      edited('word/document.xml', (xml) => xml.replace(/<w:p>(?:(?!<\/w:p>).)*The Commission has put the point this way:.*?<\/w:p>/s, '')),
    );
    expect(change.kind).toBe('delete');
  });

  it('that takes a paragraph out, tracked, comes back as its deletion', () => {
    const gone = `<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:rPr><w:del ${BY}/></w:rPr></w:pPr>${deleted('The Commission has put the point this way:')}</w:p>`;
    const change = only(
      edited('word/document.xml', (xml) =>
        xml.replace(/<w:p>(?:(?!<\/w:p>).)*The Commission has put the point this way:.*?<\/w:p>/s, gone),
      ),
    );
    expect(change.kind).toBe('delete');
  });

  it('of a number changes no text and is told of the number', () => {
    const part = 'word/document.xml';
    const bytes = zipSync({ ...parts, [part]: strToU8(strFromU8(parts[part]!).replace('>365<', '>366<')) });
    const document = returned(bytes, LETTER);
    expect(changesIn(LETTER, document).size).toBe(0);
    const altered = document.sections.flatMap(({ objects }) => Object.values(objects)).filter((own) => own.altered);
    expect(altered).toEqual([{ kind: 'figureNumber', by: 'control', shown: '366', written: '365', altered: true }]);
  });

  it('of a table and of a chart is told of them', () => {
    const table = strFromU8(parts['word/document.xml']!).replace('>184.2<', '>1842<');
    const chart = strFromU8(parts['word/charts/chart1.xml']!).replace('<c:v>88.11</c:v>', '<c:v>8.11</c:v>');
    const document = returned(zipSync({ ...parts, 'word/document.xml': strToU8(table), 'word/charts/chart1.xml': strToU8(chart) }), LETTER);
    const altered = document.sections.flatMap(({ objects }) => Object.values(objects)).filter((own) => own.altered);
    expect(altered.map(({ kind }) => kind)).toEqual(['figureTable', 'figureChart']);
  });

  it('of a caption comes back as an edit of the table', () => {
    const change = only(
      edited('word/document.xml', (xml) =>
        xml.replace('>Initial margin by regime, today and in one account<', '>Initial margin, by regime<'),
      ),
    );
    expect(change).toMatchObject({ kind: 'node', after: { attrs: { caption: 'Initial margin, by regime' } } });
  });

  it('of a quoted question changes nothing and is told', () => {
    const part = 'word/document.xml';
    const document = returned(
      zipSync({ ...parts, [part]: strToU8(strFromU8(parts[part]!).replace('Please provide data.', 'No data needed.')) }),
      LETTER,
    );
    expect(changesIn(LETTER, document).size).toBe(0);
    expect(document.notUnderstood.map(({ what }) => what)).toEqual(['a change in a quoted question, which stays as the request puts it']);
  });

  it('between two sections goes to the one before', () => {
    const pasted = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Pasted words.</w:t></w:r></w:p>';
    const next = LETTER.sections[3]!.id.replaceAll('-', '');
    const changes = edited('word/document.xml', (xml) =>
      xml.replace(new RegExp(`<w:bookmarkStart [^>]*Sec_${next}"/>`), (mark) => `${pasted}${mark}`),
    );
    expect(only(changes).kind).toBe('insert');
    expect([...changes.keys()]).toEqual([QUESTION_1]);
  });
});
