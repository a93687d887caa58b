import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { hygieneOf } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyLetter } from '@/tests/support/any-letter';
import { fullLetter } from '@/tests/support/full-letter';
import {
  doc,
  em,
  FURNITURE,
  fig,
  figChart,
  h,
  letter,
  li,
  link,
  millions,
  note,
  number,
  ol,
  p,
  question,
  resolved,
  section,
  strong,
  ul,
  uuid,
} from '@/tests/support/letters';

const build = {
  kind: 'clean' as const,
  citeAction: (key: string) => (key === 'mou-2026' ? 'Memorandum of Understanding (Mar. 11, 2026)' : null),
};
/** Milliseconds for what takes seconds on a machine at rest. */
const PATIENCE = 900_000;
const partsOf = (bytes: Uint8Array) => unzipSync(bytes);
const xml = (parts: Record<string, Uint8Array>, part: string) => strFromU8(parts[part]!);
const wordsOf = (markup: string) => [...markup.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');

describe('the letter as a Word file', () => {
  let bytes: Uint8Array;
  let parts: Record<string, Uint8Array>;
  let body: string;
  beforeAll(async () => {
    bytes = await writeLetter(fullLetter(), build);
    parts = partsOf(bytes);
    body = xml(parts, 'word/document.xml');
  });

  it(
    'is valid Open XML',
    async () => {
      expect(await validateOpenXml(bytes)).toEqual([]);
    },
    PATIENCE,
  );

  it('is the same bytes for the same content', async () => {
    const again = await writeLetter(fullLetter(), build);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
  });

  it('holds no names, times, comments, changes, hidden text or custom properties', () => {
    expect(hygieneOf(parts)).toEqual([]);
    expect(Object.keys(parts).filter((part) => /custom|comments|people/.test(part))).toEqual([]);
    expect(xml(parts, 'docProps/core.xml')).not.toMatch(/creator|lastModifiedBy|dcterms:(created|modified)|revision/);
    expect(xml(parts, 'docProps/core.xml')).toContain('<dc:title>Comment letter</dc:title>');
  });

  it('numbers headings by their styles and never types a number', () => {
    expect(body).toContain('<w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart');
    const headings = [...body.matchAll(/<w:pStyle w:val="Heading\d"\/>.*?<\/w:p>/g)].map((match) => wordsOf(match[0]));
    expect(headings).toEqual([
      'Summary of positions',
      'Question 1',
      'Where the saving comes from',
      'What it does not change',
      'Default waterfall',
      'Segregation',
      'Which regime should apply to a mixed portfolio',
      'Conclusion',
    ]);
    const styles = xml(parts, 'word/styles.xml');
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'AnnexHeading']) {
      expect(styles).toMatch(new RegExp(`w:styleId="${style}".*?<w:numPr>`));
    }
    expect(xml(parts, 'word/numbering.xml')).toContain('w:val="upperRoman"');
  });

  it('fills the table of contents and asks nobody to update it', () => {
    const contents = /<w:docPartGallery w:val="Table of Contents"\/>.*?<\/w:sdtContent>/s.exec(body)?.[0] ?? '';
    expect(wordsOf(contents)).toContain('Summary of positions2');
    expect(
      [...contents.matchAll(/PAGEREF _Toc\d+ \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>\d+<\/w:t>/g)].length,
    ).toBe(11);
    expect(body).not.toContain('w:dirty');
    expect(xml(parts, 'word/settings.xml')).not.toContain('updateFields');
  });

  it('has native footnotes with their paragraphs, links and figures', () => {
    const notes = xml(parts, 'word/footnotes.xml');
    expect([...body.matchAll(/<w:footnoteReference /g)].length).toBe(4);
    const first = /<w:footnote w:id="1">.*?<\/w:footnote>/s.exec(notes)?.[0] ?? '';
    expect([...first.matchAll(/<w:p>/g)].length).toBe(2);
    expect(notes).toContain('<w:hyperlink');
    expect(xml(parts, 'word/_rels/footnotes.xml.rels')).toContain('https://www.federalregister.gov/d/2020-23928');
    expect(notes).toMatch(/<w:bookmarkStart [^>]*w:name="Fig[0-9a-f]{32}_\d+"\/><w:sdt>.*?46\.5%.*?<\/w:sdt><w:bookmarkEnd/);
    expect(notes).not.toMatch(/footnoteRef\/><\/w:r><w:r><w:(continuationS|s)eparator/);
    expect(Object.keys(parts).filter((part) => part.includes('endnotes'))).toEqual([]);
  });

  it('wraps a bound figure in a bookmark and in a content control with a tag that Word takes', () => {
    const tags = [...body.matchAll(/<w:tag w:val="([^"]*)"\/>/g)].map((match) => match[1]!);
    const controls = tags.filter((tag) => tag !== 'ma:mou-2026');
    expect(controls.length).toBe(6);
    for (const tag of controls) expect(tag).toMatch(/^mf:[\w-]{22}:[\w-]{22}:[0-9a-f]{12}$/);
    expect(Math.max(...controls.map((tag) => tag.length))).toBeLessThanOrEqual(64);
    expect(body).toMatch(/<w:bookmarkStart [^>]*w:name="Fig[0-9a-f]{32}_1"\/><w:sdt>.*?\$132\.9 million.*?<\/w:sdt><w:bookmarkEnd/);
    const ids = [...body.matchAll(/<w:sdtPr>.*?<w:id w:val="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('marks each section by a bookmark with its id', () => {
    for (let index = 1; index <= 6; index++) expect(body).toContain(`w:name="Sec_${uuid(index).replaceAll('-', '')}"`);
    const starts = [...body.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map((match) => match[1]);
    const ends = [...body.matchAll(/<w:bookmarkEnd [^>]*w:id="(\d+)"/g)].map((match) => match[1]);
    expect([...starts].sort()).toEqual([...ends].sort());
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('numbers captions by SEQ fields', () => {
    expect(body).toMatch(
      /Table <\/w:t><\/w:r><w:r><w:fldChar w:fldCharType="begin"\/><w:instrText[^>]*>SEQ Table<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>1</,
    );
    expect(body).toMatch(/SEQ Chart/);
  });

  it('gives tables absolute widths and repeats their heads', () => {
    expect(body).not.toMatch(/w:type="pct"/);
    expect(body).not.toMatch(/<w:tblHeader w:val/);
    for (const table of body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []) {
      const own = Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(table)?.[1]);
      const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((total, match) => total + Number(match[1]), 0);
      expect(grid).toBe(own);
      expect(table).toContain('<w:tblHeader/>');
    }
    expect(body).toContain('<w:tab w:val="decimal"');
  });

  it('draws charts natively, with their data inside and words for who cannot see them', () => {
    // a workbook is a zip file
    expect(String.fromCharCode(...(parts['word/embeddings/Microsoft_Excel_Worksheet1.xlsx']?.slice(0, 2) ?? []))).toBe('PK');
    const chart = xml(parts, 'word/charts/chart1.xml');
    expect(chart).toContain('<c:v>285.74</c:v>');
    expect(chart).toContain('(88.1)');
    expect(chart).toContain('<a:schemeClr val="accent1"/>');
    expect(body).toContain('descr="Bridge from the requirement under separate regimes');
  });

  it('starts the bars of every chart at zero', () => {
    const axis = /<c:valAx>.*?<\/c:valAx>/s.exec(xml(parts, 'word/charts/chart1.xml'))?.[0] ?? '';
    expect(axis).toContain('<c:min val="0"/>');
  });

  it('says its language and paper', () => {
    expect(xml(parts, 'word/styles.xml')).toContain('<w:lang w:val="en-US"');
    expect(body).toContain('<w:pgSz w:w="12240" w:h="15840"');
    expect(body).toContain('<w:titlePg/>');
  });

  it('prints the words of a cited action', () => {
    expect(wordsOf(body)).toContain('also Memorandum of Understanding (Mar. 11, 2026).');
  });
});

describe('hostile and unfinished letters', () => {
  // A hundred letters, by seeds of their own, so that one that fails is found and run again alone.
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'are valid files, whatever stands in them (seed %i)',
    async (seed) => {
      await fc.assert(
        fc.asyncProperty(anyLetter, async (content) => {
          const bytes = await writeLetter(content, build);
          expect(await validateOpenXml(bytes)).toEqual([]);
          const found = hygieneOf(partsOf(bytes)).filter((finding) => finding.code !== 'local-link');
          expect(found).toEqual([]);
        }),
        { numRuns: 10, seed, endOnFailure: true },
      );
    },
    PATIENCE,
  );

  it('shows in brackets what has no value', async () => {
    const content = letter([section('summary', 'Summary', doc(p('It saves ', fig(uuid(7)), '.')))]);
    expect(wordsOf(xml(partsOf(await writeLetter(content, build)), 'word/document.xml'))).toContain('It saves [figure not available].');
  });

  it('leaves out links that run code and keeps their words', async () => {
    const content = letter([section('summary', 'Summary', doc(p(link('press', 'javascript:alert(1)'))))]);
    const parts = partsOf(await writeLetter(content, build));
    expect(wordsOf(xml(parts, 'word/document.xml'))).toContain('press');
    expect(xml(parts, 'word/_rels/document.xml.rels')).not.toContain('javascript');
  });

  it('writes a figure in the format chosen in the text', async () => {
    const figure = resolved(uuid(7), 'Saving', number('132926500'));
    const format = { style: 'money', currency: 'USD', scale: 'billions', decimals: 2 };
    const content = letter([section('summary', 'Summary', doc(p(fig(uuid(7), { format }))))], [figure]);
    expect(wordsOf(xml(partsOf(await writeLetter(content, build)), 'word/document.xml'))).toContain('$0.13 billion');
  });

  it('counts each ordered list from its own start', async () => {
    const content = letter([
      section('summary', 'Summary', doc(ol(li('a')), p('b'), { ...ol(li('c')), attrs: { start: 4 } }, ul(li(p(strong('d'), em('e')))))),
    ]);
    const parts = partsOf(await writeLetter(content, build));
    const numIds = [...xml(parts, 'word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(numIds).size).toBe(3);
    expect(xml(parts, 'word/numbering.xml')).toContain('<w:start w:val="4"/>');
  });

  it('starts bars at zero however alike they are', async () => {
    const points = ['1900000000', '1950000000'].map((amount) => ({ label: amount, amount, kind: 'bar' as const, agency: 'none' as const }));
    const bars = resolved(uuid(7), 'Totals', { kind: 'chart', chart: 'bars', points, format: millions, altText: 'Two totals' });
    const content = letter([section('summary', 'Summary', doc(figChart(uuid(7))))], [bars]);
    const parts = partsOf(await writeLetter(content, build));
    expect(xml(parts, 'word/charts/chart1.xml')).toContain('<c:min val="0"/>');
  });

  it('says what a figure leaves out, under the chart and in the table of figures', async () => {
    const noted = { ...number('1'), note: 'Incomplete. SIMM: 2 positions have no amount.' };
    const content = letter([section('summary', 'Summary', doc(p(fig(uuid(7)))))], [resolved(uuid(7), 'Saving', noted)]);
    const body = xml(partsOf(await writeLetter(content, build)), 'word/document.xml');
    expect(wordsOf(body)).toContain('SavingNote: Incomplete. SIMM: 2 positions have no amount.');
    const points = [{ label: 'A', amount: '1', kind: 'bar' as const, agency: 'none' as const }];
    const chart = { kind: 'chart' as const, chart: 'bars' as const, points, format: millions, altText: 'A', note: noted.note };
    const charted = letter([section('summary', 'Summary', doc(figChart(uuid(7))))], [resolved(uuid(7), 'Totals', chart)]);
    expect(wordsOf(xml(partsOf(await writeLetter(charted, build)), 'word/document.xml'))).toContain(
      'positions as of June 30, 2026. Note: Incomplete. SIMM: 2 positions have no amount.',
    );
  });

  it('lists a figure once in the table of figures, with all of its places', async () => {
    const bars = resolved(uuid(8), 'Totals', {
      kind: 'chart',
      chart: 'bars',
      points: [{ label: 'A', amount: '1', kind: 'bar', agency: 'none' }],
      format: millions,
      altText: 'A',
    });
    const own = doc(p(fig(uuid(7)), ' and ', fig(uuid(7))), figChart(uuid(8)));
    const content = letter(
      [section('introduction', 'Introduction', doc(p(fig(uuid(7))))), section('summary', 'Summary', own)],
      [resolved(uuid(7), 'Saving', number('1000000')), bars],
    );
    const body = xml(partsOf(await writeLetter(content, build)), 'word/document.xml');
    const rows = (body.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map(wordsOf);
    expect(rows.filter((row) => row.startsWith('Saving'))).toEqual([expect.stringMatching(/^SavingOpening, Section I\$1\.0 million/)]);
    expect(rows.filter((row) => row.startsWith('Totals'))).toEqual([expect.stringMatching(/^TotalsChart 1Chart/)]);
  });

  it('keeps a quoted question together, and with its answer where there is one', async () => {
    const asked = question('1', 'Why?', [{ label: 'a', text: 'And how?' }]);
    const kept = async (answer: string) => {
      const content = letter([section('question', 'Question 1', doc(p(answer)), { question: asked })]);
      const body = xml(partsOf(await writeLetter(content, build)), 'word/document.xml');
      return (body.match(/<w:pStyle w:val="Question(Part)?"\/>.*?<\/w:pPr>/g) ?? []).map((own) => own.includes('<w:keepNext/>'));
    };
    expect(await kept('Because.')).toEqual([true, true]);
    expect(await kept('')).toEqual([true, false]);
  });

  it('lets a long quotation break', async () => {
    const asked = question('1', 'Why so? '.repeat(300));
    const content = letter([section('question', 'Question 1', doc(p('Because.')), { question: asked })]);
    const body = xml(partsOf(await writeLetter(content, build)), 'word/document.xml');
    expect(/<w:pStyle w:val="Question"\/>.*?<\/w:pPr>/.exec(body)?.[0]).not.toMatch(/<w:keep(Next|Lines)\/>/);
  });

  it('names several signatories two in a row, and keeps the closing with them', async () => {
    const signatories = ['A', 'B', 'C'].map((name) => ({ name, title: 'Counsel', entity: 'X' }));
    const content = letter([section('summary', 'Summary', doc(h(1, 'One', note('n'))))], [], { ...FURNITURE, signatories });
    const body = xml(partsOf(await writeLetter(content, build)), 'word/document.xml');
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(wordsOf(rows[0] ?? '')).toBe('Respectfully submitted,ACounselXBCounselX');
    expect([...body.matchAll(/<w:cantSplit\/>/g)].length).toBe(2);
  });
});
