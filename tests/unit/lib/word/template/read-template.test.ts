import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '@/lib/word/template/read-template';
import { houseTemplate, LOGO_PARAGRAPH } from '@/tests/support/house-template';

const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
const field = (words: string) =>
  paragraph(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${words}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  );
const page = (width: number, side: number) =>
  `<w:pgSz w:w="${width}" w:h="16838"/><w:pgMar w:top="1000" w:right="${side}" w:bottom="1000" w:left="${side}" w:header="700" w:footer="700" w:gutter="0"/>`;
const linked = (mode: string) =>
  `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.org/logo.png"${mode}/>`;

describe('what is refused as a template', () => {
  const refusals: readonly (readonly [name: string, bytes: () => Uint8Array, code: string, part: string | null, words: RegExp])[] = [
    ['what is no zip', () => new Uint8Array([1, 2, 3]), 'not-a-word-file', null, /not a \.docx/],
    ['an old or encrypted file', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'not-a-word-file', null, /encrypted|old Word/],
    ['more than 10 MB', () => new Uint8Array(10 * 1024 * 1024 + 1), 'too-large', null, /10 MB/],
    [
      'a zip that unpacks to more than a template needs',
      () => houseTemplate({ parts: { 'word/media/big.bin': new Uint8Array(61 * 1024 * 1024) } }),
      'too-large',
      null,
      /60 MB/,
    ],
    [
      'a workbook',
      () => houseTemplate({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
      'not-a-word-file',
      null,
      /no Word document/,
    ],
    [
      'a template with macros by its type (.dotm)',
      () => houseTemplate({ mainType: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml' }),
      'macros',
      null,
      /macros/,
    ],
    [
      'a file with a macro project',
      () => houseTemplate({ parts: { 'word/vbaProject.bin': new Uint8Array(8) } }),
      'macros',
      'word/vbaProject.bin',
      /macros/,
    ],
    [
      'an embedded object',
      () => houseTemplate({ parts: { 'word/embeddings/oleObject1.bin': new Uint8Array(8) } }),
      'embedded',
      'word/embeddings/oleObject1.bin',
      /embedded/,
    ],
    [
      'a control',
      () => houseTemplate({ parts: { 'word/activeX/activeX1.xml': '<x/>' } }),
      'embedded',
      'word/activeX/activeX1.xml',
      /control/,
    ],
    [
      'an object in a header',
      () => houseTemplate({ header: paragraph('<w:r><w:object/></w:r>') }),
      'embedded',
      'word/header1.xml',
      /object/,
    ],
    [
      'a document type',
      () =>
        houseTemplate({
          parts: {
            'word/styles.xml':
              '<!DOCTYPE x [<!ENTITY a "b">]><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
          },
        }),
      'unreadable',
      'word/styles.xml',
      /document type/,
    ],
    [
      'XML that is cut off',
      () =>
        houseTemplate({
          parts: { 'word/styles.xml': '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style>' },
        }),
      'unreadable',
      'word/styles.xml',
      /cannot be read/,
    ],
    [
      'XML in other prefixes than Word’s',
      () =>
        houseTemplate({
          parts: { 'word/styles.xml': '<x:styles xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' },
        }),
      'unreadable',
      'word/styles.xml',
      /save it again/,
    ],
    [
      'nesting without end',
      () => houseTemplate({ header: '<w:p>'.repeat(200) + '</w:p>'.repeat(200) }),
      'unreadable',
      'word/header1.xml',
      /inside of one another/,
    ],
    ['no styles', () => houseTemplate({ parts: { 'word/styles.xml': null } }), 'no-styles', 'word/document.xml', /no styles/],
    ['a page too narrow for tables', () => houseTemplate({ page: page(11906, 3000) }), 'page', 'word/document.xml', /4\.10 inches wide/],
    ['a page in columns', () => houseTemplate({ page: `${page(11906, 1400)}<w:cols w:num="2"/>` }), 'page', 'word/document.xml', /columns/],
    ['a field that names the author', () => houseTemplate({ header: field(' AUTHOR ') }), 'field', 'word/header1.xml', /AUTHOR/],
    [
      'a field that names the file',
      () => houseTemplate({ header: paragraph('<w:fldSimple w:instr=" FILENAME \\p "/>') }),
      'field',
      'word/header1.xml',
      /FILENAME/,
    ],
    [
      'a field that loads a picture',
      () => houseTemplate({ header: field('INCLUDEPICTURE "http://example.org/a.png"') }),
      'field',
      'word/header1.xml',
      /INCLUDEPICTURE/,
    ],
    [
      'a picture from elsewhere',
      () => houseTemplate({ firstHeader: LOGO_PARAGRAPH, headerRelationships: linked(' TargetMode="External"') }),
      'from-elsewhere',
      'word/header2.xml',
      /example\.org/,
    ],
    [
      'a picture that is missing',
      () => houseTemplate({ firstHeader: LOGO_PARAGRAPH, parts: { 'word/media/image1.png': null } }),
      'picture',
      'word/header2.xml',
      /missing/,
    ],
    [
      'a picture that is damaged',
      () => houseTemplate({ firstHeader: LOGO_PARAGRAPH, parts: { 'word/media/image1.png': 'no picture' } }),
      'picture',
      'word/media/image1.png',
      /damaged/,
    ],
  ];
  it.each(refusals)('%s', (_name, bytes, code, part, words) => {
    const read = readTemplate(bytes(), 'house.docx');
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.failures[0]).toMatchObject({ code, part });
    expect(read.failures[0]?.message).toMatch(words);
  });

  it('is told with every reason at once', () => {
    const read = readTemplate(houseTemplate({ page: page(11906, 3000), header: field('AUTHOR') }), 'house.docx');
    expect(read.ok ? [] : read.failures.map(({ code }) => code)).toEqual(['page', 'field']);
  });
});

describe('what is read of a template', () => {
  const read = readTemplate(houseTemplate({ firstHeader: LOGO_PARAGRAPH, footer: field('PAGE') }), 'house.docx');
  const template = read.ok ? read.value : null;

  it('is told to whoever brought it', () => {
    expect(template?.summary).toMatchObject({
      page: { width: 11906, height: 16838, left: 1418, right: 1134 },
      fonts: ['Georgia'],
      headers: ['default', 'first'],
      footers: ['default'],
      pictures: 1,
      numbersPages: true,
      numbersHeadings: false,
      defined: ['Normal', 'heading 1'],
    });
    expect(template?.summary.added).toContain('Body Text');
  });

  it('takes a template (.dotx) too', () => {
    const bytes = houseTemplate({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml' });
    expect(readTemplate(bytes, 'house.dotx').ok).toBe(true);
  });

  it('keeps nothing of its words, of people, sessions, paths or of notes in pictures', () => {
    const kept = Object.values(template?.style.parts ?? {})
      .map((part) => strFromU8(part, true))
      .join('\n');
    expect(kept).not.toMatch(/Jane|Words of the template|rsid|AA11BB|jtemplate/);
  });
});
