import { describe, expect, it } from 'vitest';
import { listIssue } from '@/lib/request/list-issue';
import { readText, refusalOf, shortQuestions } from '@/tests/support/read-request-text';
import { asHtml, asText, asXml, type BodyPart, type RegisterDocument } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

const withBody = (...body: BodyPart[]): RegisterDocument => ({ ...SAMPLE_REQUEST, body });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a daily issue', () => {
  const other = asXml({ ...SAMPLE_REQUEST, number: '2026-99950', title: 'Another document' });
  const bare = (xml: string) => xml.replace(/^<\?xml[^>]*\?>\n/, '').replace(/<PRTPAGE P="990001"\/>/, '');
  const issue = `<?xml version="1.0"?>
<FEDREG xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="FRMergedXML.xsd">
<VOL>91</VOL><NO>1</NO><DATE>Wednesday, July 1, 2026</DATE><CNTNTS><AGCY><HD>Nobody</HD><PGS>1</PGS></AGCY></CNTNTS>
<PRORULES><PRTPAGE P="990000"/>${bare(other)}<PRTPAGE P="990004"/>${bare(asXml(SAMPLE_REQUEST))}</PRORULES></FEDREG>`;

  it('asks which of its documents is meant, and lists them', () => {
    expect(refusalOf(issue)).toMatchObject({ code: 'several-documents' });
    expect(listIssue(utf8(issue))).toEqual([
      { number: '2026-99950', title: 'Another document', kind: 'PRORULE' },
      { number: '2026-99901', title: SAMPLE_REQUEST.title, kind: 'PRORULE' },
    ]);
  });

  it('gives the one asked for, with volume, date and first page from the issue', () => {
    const document = readText(issue, { documentNumber: '2026-99901' });
    expect(document).toMatchObject({ citation: '91 FR 990004', dates: { published: '2026-07-01' }, documentNumber: '2026-99901' });
    expect(document.warnings).toEqual([]);
    expect(shortQuestions(document)).toEqual(shortQuestions(readText(asXml(SAMPLE_REQUEST))));
  });

  it('says when it has no such document', () => {
    expect(refusalOf(issue, { documentNumber: '2020-1' }).message).toContain('none has the number 2020-1');
  });
});

describe('XML', () => {
  it('puts the spaces right around italics, in indented files and in compact ones', () => {
    const text = 'Published in the\n   <E T="03">Federal Register</E>\n   . See,<E T="03">e.g.,</E>the rule.';
    const body = withBody({ heading: 'I. Scope', level: 1 }, { paragraph: 'REPLACE' });
    const document = readText(asXml(body).replace('REPLACE', text));
    expect(document.sections[0]?.paragraphs[0]?.text).toBe('Published in the Federal Register. See, e.g., the rule.');
  });

  it('takes a raised number for an exponent where there is no such footnote', () => {
    const body = withBody({ heading: 'I. Scope', level: 1 }, { paragraph: 'A sum of 10[^9] dollars.' });
    expect(readText(asXml(body)).sections[0]?.paragraphs[0]).toEqual({ text: 'A sum of 10⁹ dollars.', footnoteMarks: [] });
  });

  it('reads en dashes in numbers as hyphens', () => {
    const xml = asXml(SAMPLE_REQUEST)
      .replace('Doc. 2026-99901 Filed 6-30-26', 'Doc. 2026–99901 Filed 6–30–26')
      .replace('S7-99-99;', 'S7–99–99;');
    expect(readText(xml)).toMatchObject({ documentNumber: '2026-99901', citation: '91 FR 990001' });
  });

  it('gives no citation where the first page or the year is uncertain', () => {
    expect(readText(asXml(SAMPLE_REQUEST).replace('<PRTPAGE P="990001"/>', '')).citation).toBeNull();
    expect(readText(asXml({ ...SAMPLE_REQUEST, filed: '12-30-26' })).citation).toBeNull();
  });

  it('says how many tables and pictures it leaves out', () => {
    const xml = asXml(SAMPLE_REQUEST).replace(
      '<SIG>',
      '<GPOTABLE COLS="1"><ROW><ENT>1. Should it?</ENT></ROW></GPOTABLE><GPH><GID>1</GID></GPH><SIG>',
    );
    const document = readText(xml);
    expect(document.warnings).toContainEqual(expect.objectContaining({ code: 'left-out', message: expect.stringContaining('2 table(s)') }));
    expect(shortQuestions(document)).toHaveLength(12);
  });

  it('leaves rule text, lists of subjects and signatures aside', () => {
    const rule =
      '<LSTSUB><HD SOURCE="HED">List of Subjects</HD><P>1. Should it?</P></LSTSUB><REGTEXT><AMDPAR>1. Should it read so?</AMDPAR></REGTEXT><SIG>';
    expect(shortQuestions(readText(asXml(SAMPLE_REQUEST).replace('<SIG>', rule)))).toHaveLength(12);
  });

  it('skips the table of contents, whose headings may be questions', () => {
    const contents =
      '<HD SOURCE="HD1">Table of Contents</HD><EXTRACT><FP SOURCE="FP-2">1. What is asked?</FP></EXTRACT><HD SOURCE="HD1">I. Background</HD>';
    expect(shortQuestions(readText(asXml(SAMPLE_REQUEST).replace('<HD SOURCE="HD1">I. Background</HD>', contents)))).toHaveLength(12);
  });
});

describe('HTML', () => {
  it('shows the numbers of ordered lists as a browser does', () => {
    const html = asHtml(withBody({ heading: 'II. Request for Comment', level: 1 }, { paragraph: 'LIST' })).replace(
      /<p[^>]*>LIST<\/p>/,
      '<ol start="3"><li>Should it?</li><li><p>Must it?</p></li></ol><ol type="a"><li>By whom?</li></ol>',
    );
    expect(shortQuestions(readText(html))).toEqual(['II/3 Should it?', 'II/4 Must it? | a: By whom?']);
  });

  it('reads a plain text that an agency wrapped in one PRE, lines counted in the page', () => {
    const text = asText(SAMPLE_REQUEST);
    const escaped = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace('www.gpo.gov', '<a href="http://www.gpo.gov">www.gpo.gov</a>');
    const page = readText(`<html>\n<head><title>FR</title></head>\n<body><pre>\n${escaped}</pre></body></html>`);
    expect(shortQuestions(page)).toEqual(shortQuestions(readText(text)));
    expect(page).toMatchObject({ citation: '91 FR 990001', source: { format: 'html' } });
  });
});

describe('text', () => {
  it('bears the NULs of GPO’s banners, Windows line ends, and form feeds', () => {
    const text = asText(SAMPLE_REQUEST).replace(/^=+$/gm, (rule) => `\u0000${rule}`);
    expect(shortQuestions(readText(text.replaceAll('\n', '\r\n')))).toEqual(shortQuestions(readText(text)));
  });

  it('joins words divided at their own hyphen at the end of a line', () => {
    const words = Array.from({ length: 40 }, () => 'security-based').join(' ');
    const document = readText(
      asText(withBody({ heading: 'I. Scope', level: 1 }, { paragraph: words }, { paragraph: 'One.' }, { paragraph: 'Two.' })).replace(
        / security-based/g,
        ' security-\nbased',
      ),
    );
    expect(document.sections[0]?.paragraphs[0]?.text).not.toMatch(/security- based/);
  });

  it('goes on with a paragraph that a page or a footnote interrupts', () => {
    const text = asText(
      withBody(
        { heading: 'I. Scope', level: 1 },
        { paragraph: `${'word '.repeat(30)}{{990002}}${'more '.repeat(30)}end.` },
        { paragraph: 'One.' },
        { paragraph: 'Two.' },
      ),
    );
    expect(readText(text).sections[0]?.paragraphs).toHaveLength(4);
    expect(readText(text).sections[0]?.paragraphs[0]?.text).toMatch(/^word .* more end\.$/);
  });

  it('reads C. and I. as what goes on with the sequence of headings', () => {
    const headings = ['I. One', 'A. A', 'B. B', 'C. C', 'D. D', 'II. Two', 'A. A', 'III. Three'];
    const body = headings.flatMap((heading): BodyPart[] => [{ heading, level: 1 }, { paragraph: 'Text.' }]);
    expect(readText(asText(withBody(...body))).sections.map(({ key }) => key)).toEqual([
      'I',
      'I.A',
      'I.B',
      'I.C',
      'I.D',
      'II',
      'II.A',
      'III',
    ]);
  });
});

describe('encodings', () => {
  const text = asXml(SAMPLE_REQUEST);
  const utf16 = (littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
    view.setUint16(0, 0xfeff, littleEndian);
    for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2 + 2, text.charCodeAt(index), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it.each([
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
  ])('%s', (_, bytes) => {
    expect(shortQuestions(readText(bytes))).toEqual(shortQuestions(readText(text)));
  });

  it('windows-1252 in an older copy', () => {
    const bytes = utf8(asText(SAMPLE_REQUEST).replace('History has', 'History §§ has')).filter((byte) => byte !== 0xc2);
    const document = readText(bytes);
    expect(document.sections[0]?.paragraphs.at(-1)?.text).toContain('History §§ has');
  });
});
