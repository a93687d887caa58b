import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWord } from '@/lib/word/read/read-word';
import { WORD_LIMITS } from '@/lib/word/read/word-limits';
import { wordFile } from '@/tests/support/word-file';

const problemOf = (bytes: Uint8Array) => {
  const read = readWord(bytes, null);
  return read.ok ? null : read.failures[0];
};
const bytesOf = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...strToU8(part)] : [...part])));
const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A zip whose directory states another size than a part has. */
function stating(bytes: Uint8Array, name: string, unpacked: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const wanted = strToU8(name);
  for (let at = 0; at < copy.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (wanted.every((byte, index) => copy[at + 46 + index] === byte)) view.setUint32(at + 24, unpacked, true);
  }
  return copy;
}

describe('a file that is no good', () => {
  const good = wordFile({ body: '<w:p><w:r><w:t>Words.</w:t></w:r></w:p>' });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'damaged-zip'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'other-format'],
    ['an RTF', bytesOf('{\\rtf1 words}'), 'other-format'],
    ['a web page', bytesOf('<!DOCTYPE html><html></html>'), 'other-format'],
    ['a picture', bytesOf([0x89, 0x50, 0x4e, 0x47]), 'other-format'],
    ['a .doc', bytesOf(COMPOUND, utf16('WordDocument')), 'other-format'],
    ['a file with a password', bytesOf(COMPOUND, utf16('EncryptedPackage')), 'encrypted'],
    [
      'an OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
      'other-format',
    ],
    ['a zip of anything', zipSync({ 'a.txt': strToU8('a') }), 'other-format'],
    [
      'a workbook',
      wordFile({ body: '', mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
      'other-format',
    ],
    [
      'a document with macros by its type',
      wordFile({ body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'macros',
    ],
    ['a document with macros inside', wordFile({ body: '', parts: { 'word/vbaProject.bin': 'x' } }), 'macros'],
    ['a file cut off', good.subarray(0, good.length - 40), 'damaged-zip'],
    ['a part that states less than it is', stating(good, 'word/document.xml', 10), 'packed-too-tightly'],
    ['a part that states more than it is', stating(good, 'word/document.xml', 5000), 'damaged-zip'],
    ['a bomb', zipSync({ '[Content_Types].xml': new Uint8Array(40_000_000) }), 'packed-too-tightly'],
    ['a part that states 2 GB', stating(good, 'word/document.xml', 2_000_000_000), 'packed-too-tightly'],
    [
      'too many parts',
      wordFile({ body: '', parts: Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`word/media/${index}.png`, ''])) }),
      'too-large',
    ],
    ['more than 100 MB', new Uint8Array(WORD_LIMITS.fileBytes + 1), 'too-large'],
    ['a document type', wordFile({ document: '<!DOCTYPE w:document [<!ENTITY a "b">]><w:document/>' }), 'document-type'],
    ['an external entity', wordFile({ document: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' }), 'document-type'],
    ['elements without end', wordFile({ body: `${'<w:customXml>'.repeat(300)}${'</w:customXml>'.repeat(300)}` }), 'too-large'],
    [
      'no main document',
      wordFile({ document: '<w:nothing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' }),
      'missing-part',
    ],
  ])('says of %s what it is', (_, bytes, code) => {
    expect(problemOf(bytes)?.code).toBe(code);
  });

  it('says where a part is damaged', () => {
    const problem = problemOf(wordFile({ body: '<w:p>\n<w:r></w:p>' }));
    expect(problem).toMatchObject({ code: 'damaged-part', part: 'word/document.xml', line: 2 });
    expect(problem?.message).toContain('word/document.xml');
    expect(problem?.column).toBeGreaterThan(1);
  });

  it('refuses an entity that no document type declares', () => {
    expect(problemOf(wordFile({ body: '<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>' }))?.code).toBe('damaged-part');
  });

  it('reads on without what would be loaded from elsewhere, and says so', () => {
    const read = readWord(
      wordFile({
        body: '<w:p><w:r><w:t>Words.</w:t></w:r></w:p>',
        relationships: '<Relationship Id="rId9" Type="http://x/image" Target="http://elsewhere.example/a.png" TargetMode="External"/>',
        parts: {
          'word/_rels/settings.xml.rels': '<Relationships/>',
          'word/embeddings/oleObject1.bin': 'x',
        },
      }),
      null,
    );
    expect(read.ok && read.value.notUnderstood.map(({ what, where }) => `${what}, ${where}`)).toEqual([
      'a template or mail merge that the file is attached to, not opened',
      'image loaded from elsewhere: http://elsewhere.example/a.png, not fetched',
      'an embedded object, not opened',
    ]);
  });
});
