import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hygieneOf } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { readTemplate } from '@/lib/word/template/read-template';
import { writeLetter } from '@/lib/word/write/write-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { houseTemplate, LOGO_PARAGRAPH } from '@/tests/support/house-template';
import { pageTexts } from '@/tests/support/office';

/** Milliseconds for what takes seconds on a machine at rest. */
const PATIENCE = 900_000;

const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>';
const NUMBERING =
  '<w:abstractNum w:abstractNumId="9"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>' +
  '<w:pStyle w:val="berschrift1"/><w:lvlText w:val="§ %1"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>';

const TEMPLATES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['A4 with a picture in the first header and headings of its own', houseTemplate({ firstHeader: LOGO_PARAGRAPH })],
  [
    'US Letter in another typeface with numbered headings and page numbers',
    houseTemplate({
      font: 'Arial',
      page: '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="720" w:footer="720" w:gutter="0"/>',
      heading1: NUMBERED,
      numbering: NUMBERING,
      footer: '<w:p><w:r><w:t>Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    }),
  ],
];

async function written(bytes: Uint8Array, kind: 'clean' | 'confidential' = 'clean') {
  const read = readTemplate(bytes, 'house.docx');
  if (!read.ok) throw new Error(read.failures.map(({ message }) => message).join(' '));
  const marking = kind === 'confidential' ? { words: 'Confidential Treatment Requested', identifierPrefix: 'EXB-' } : undefined;
  const file = await writeLetter(fullLetter(), {
    kind,
    citeAction: () => null,
    template: read.value.style,
    ...(marking ? { marking } : {}),
  });
  return { file, parts: unzipSync(file), text: (part: string) => strFromU8(unzipSync(file)[part] ?? new Uint8Array()) };
}

describe.each(TEMPLATES)('a letter in a template: %s', (_name, bytes) => {
  it(
    'is valid Open XML, and drawn',
    async () => {
      const { file } = await written(bytes);
      expect(await validateOpenXml(file)).toEqual([]);
      const pages = await pageTexts(file);
      expect(pages.length).toBeGreaterThan(5);
      expect(pages.join('\n')).toContain('House header');
    },
    PATIENCE,
  );

  it('holds nothing of people, words or editing of the template', async () => {
    const { parts } = await written(bytes);
    const all = Object.values(parts)
      .map((part) => strFromU8(part, true))
      .join('\n');
    expect(/Q\. Template|Words of the template|AA11BB|jtemplate/.exec(all)?.[0]).toBeUndefined();
    expect(hygieneOf(parts)).toEqual([]);
  });

  it('is the same bytes for the same content', async () => {
    const [one, other] = [await written(bytes), await written(bytes)];
    expect(Buffer.compare(Buffer.from(one.file), Buffer.from(other.file))).toBe(0);
  });
});

describe('what of a template a letter takes', () => {
  const [[, a4], [, letterPage]] = TEMPLATES as readonly [readonly [string, Uint8Array], readonly [string, Uint8Array]];

  it('is the page, and tables as wide as its column of text', async () => {
    const document = (await written(a4)).text('word/document.xml');
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906"/);
    expect(document).toMatch(/<w:tblW w:type="dxa" w:w="9354"\/>/);
    expect(document).not.toContain('9360');
  });

  it('is a style by its name, whatever its id; ours are added', async () => {
    const styles = (await written(a4)).text('word/styles.xml');
    expect(styles).toMatch(/w:styleId="Heading1"[^>]*><w:name w:val="heading 1"\/>.*?7A1F1F/s);
    expect(styles).toContain('<w:name w:val="Source Note"/>');
    expect(styles.match(/<w:name w:val="heading 1"\/>/g)).toHaveLength(1);
    expect(styles).not.toContain('berschrift1');
  });

  it('is the numbers of headings where the template has some, and ours where it has none', async () => {
    const own = await written(letterPage);
    expect(own.text('word/numbering.xml')).toContain('w:val="§ %1"');
    expect(own.text('word/document.xml')).toContain('>§ 1<');
    const ours = await written(a4);
    expect(ours.text('word/styles.xml')).toMatch(/<w:name w:val="heading 1"\/>.*?<w:numPr>/s);
    expect(ours.text('word/document.xml')).toContain('>II.<');
  });

  it('is its headers and footers; “Page X of Y” is added where it numbers no pages', async () => {
    const without = await written(a4);
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map(without.text).join('');
    expect(footers).toContain('NUMPAGES');
    expect(Object.keys(without.parts)).toContain('word/media/house1.png');
    const withPages = await written(letterPage);
    const own = ['word/footer1.xml', 'word/footer2.xml'].map(withPages.text).join('');
    expect(own).toContain('PAGE');
    expect(own).not.toContain('NUMPAGES');
  });

  it('leaves the words of a request for confidential treatment on every page', async () => {
    const { text, file } = await written(a4, 'confidential');
    for (const part of ['word/header1.xml', 'word/header2.xml']) expect(text(part)).toContain('Confidential Treatment Requested');
    expect(['word/footer1.xml', 'word/footer2.xml'].map(text).join('').match(/EXB-/g)).toHaveLength(2);
    expect(await validateOpenXml(file)).toEqual([]);
  });
});
