import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkPackage } from '@/lib/word/check/check-package';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const document = (inner: string) => `<w:document ${W}><w:body>${inner}</w:body></w:document>`;

/** The codes found in a package of these parts. */
async function codes(parts: Record<string, string | Uint8Array>): Promise<string[]> {
  const files = { '[Content_Types].xml': '<Types/>', ...parts };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])),
  );
  const checked = await checkPackage(bytes, async () => []);
  return checked.ok
    ? checked.value.map(({ severity, code }) => `${severity} ${code}`)
    : checked.failures.map(({ code }) => `refused ${code}`);
}

describe('what should not leave the firm', () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['nothing', { 'word/document.xml': document('<w:p><w:r><w:t>a</w:t></w:r></w:p>') }, []],
    [
      'an author',
      { 'docProps/core.xml': '<c:p xmlns:c="c" xmlns:dc="d"><dc:creator>Jo</dc:creator></c:p>' },
      ['error names-in-properties'],
    ],
    ['an empty author', { 'docProps/core.xml': '<c:p xmlns:c="c" xmlns:dc="d"><dc:creator></dc:creator></c:p>' }, []],
    ['a company', { 'docProps/app.xml': '<P><Company>X</Company></P>' }, ['warning traces-in-properties']],
    ['custom properties', { 'docProps/custom.xml': '<P><property name="matter"/></P>' }, ['error custom-properties']],
    ['a comment', { 'word/comments.xml': `<w:comments ${W}><w:comment w:author="Jo"/></w:comments>` }, ['error comments-left']],
    ['an insertion', { 'word/document.xml': document('<w:p><w:ins w:author="Jo"><w:r/></w:ins></w:p>') }, ['error changes-left']],
    ['changed formatting', { 'word/footnotes.xml': document('<w:rPrChange/>') }, ['error changes-left']],
    ['hidden text', { 'word/document.xml': document('<w:r><w:rPr><w:vanish/></w:rPr></w:r>') }, ['error hidden-text']],
    ['text that is shown', { 'word/document.xml': document('<w:r><w:rPr><w:vanish w:val="false"/></w:rPr></w:r>') }, []],
    [
      'the same under another prefix',
      { 'word/document.xml': document('<x:del xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>') },
      ['error changes-left'],
    ],
    ['an element of that name elsewhere', { 'word/document.xml': document('<m:del xmlns:m="math"/>') }, []],
    ['unseen characters', { 'word/document.xml': document('<w:t>a\u200bb</w:t>') }, ['warning unseen-characters']],
    [
      'a template elsewhere',
      {
        'word/_rels/settings.xml.rels': '<R><Relationship Type="x/attachedTemplate" Target="file:///s/t.dotm" TargetMode="External"/></R>',
      },
      ['error external-content'],
    ],
    [
      'a public link',
      {
        'word/_rels/document.xml.rels':
          '<R><Relationship Type="x/hyperlink" Target="https://www.sec.gov/rules" TargetMode="External"/></R>',
      },
      [],
    ],
    [
      'a link into the firm',
      { 'word/_rels/document.xml.rels': '<R><Relationship Type="x/hyperlink" Target="http://intranet/a" TargetMode="External"/></R>' },
      ['warning local-link'],
    ],
    ['macros', { 'word/vbaProject.bin': 'x' }, ['error macros']],
    ['a document type', { 'word/document.xml': `<!DOCTYPE w:document [<!ENTITY a "b">]>${document('')}` }, ['error malformed-part']],
    ['broken XML', { 'word/document.xml': '<w:document' }, ['error malformed-part']],
  ];
  it.each(cases)('%s', async (_, parts, found) => {
    expect(await codes(parts)).toEqual(found);
  });

  it('an author inside an embedded workbook', async () => {
    const workbook = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'docProps/core.xml': strToU8('<c:p xmlns:c="c" xmlns:dc="d"><dc:creator>Jo</dc:creator></c:p>'),
    });
    expect(await codes({ 'word/embeddings/a.xlsx': workbook })).toEqual(['error names-in-properties']);
  });

  it('says where an invalid element stands', async () => {
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>') });
    const checked = await checkPackage(bytes, async () => [{ part: '/word/document.xml', xpath: '/w:p[1]', message: 'Unexpected.' }]);
    expect(checked).toMatchObject({
      ok: true,
      value: [{ severity: 'error', code: 'open-xml', part: 'word/document.xml', message: 'Unexpected. (/w:p[1])' }],
    });
  });
});

describe('what is no Word file', () => {
  it.each([
    ['nothing', new Uint8Array(), 'not-a-package'],
    ['text', strToU8('hello'), 'not-a-package'],
    ['an encrypted file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'encrypted'],
    ['a truncated zip', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }).slice(0, 40), 'truncated'],
    ['a zip that unpacks to much more than it is', zipSync({ 'word/document.xml': new Uint8Array(3_000_000) }), 'too-large'],
    ['another zip', zipSync({ a: strToU8('a') }), 'not-a-package'],
  ])('%s is refused', async (_, bytes, code) => {
    const checked = await checkPackage(bytes, async () => []);
    expect(checked.ok ? 'accepted' : checked.failures[0]?.code).toBe(code);
  });
});
