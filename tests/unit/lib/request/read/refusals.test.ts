import { describe, expect, it } from 'vitest';
import { decodeText } from '@/lib/request/read/decode-text';
import { readRequest } from '@/lib/request/read-request';
import { readText, refusalOf } from '@/tests/support/read-request-text';
import { asApiJson, asHtml, asText, asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

const XML = asXml(SAMPLE_REQUEST);
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('a file that is no request', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n\t\n', 'empty'],
    ['a byte order mark alone', '\uFEFF', 'empty'],
    ['positions in CSV', 'position_id,product,notional\n1,irs,1000000\n', 'not-a-request'],
    ['a letter', 'Dear Sirs,\n\nShould margin be lower?\n\nYours\n', 'not-a-request'],
    ['some other XML', '<?xml version="1.0"?>\n<trades>\n<trade/></trades>', 'not-a-request'],
    ['some other JSON', '{"positions": []}', 'not-a-request'],
    ['a JSON list', '[{"a": 1}]', 'not-a-request'],
    ['search results of the API', '{"count": 2, "results": [{"document_number": "2020-1"}]}', 'several-documents'],
    ['some other page', '<!doctype html><html><body><p>Should it?</p></body></html>', 'not-a-request'],
  ])('%s', (_, text, code) => {
    expect(refusalOf(text)).toMatchObject({ code, severity: 'error' });
  });

  it.each([
    ['a PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31), 'a PDF'],
    ['a Word file', bytes(0x50, 0x4b, 0x03, 0x04, 0, 0), 'Word'],
    ['random bytes', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256), 'not a text file'],
  ])('%s, named as what it is', (_, file, words) => {
    const problem = refusalOf(file);
    expect(problem.code).toBe('binary');
    expect(problem.message).toContain(words);
  });
});

describe('a file over the limit', () => {
  it('is refused from its size, before it is looked at', () => {
    expect(refusalOf(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ code: 'too-large' });
  });

  it('is accepted at the limit', () => {
    const padded = new Uint8Array(20 * 1024 * 1024).fill(0x20);
    padded.set(new TextEncoder().encode(XML));
    expect(decodeText(padded).ok).toBe(true);
  });
});

describe('a truncated file', () => {
  it('says which element of the XML is left open', () => {
    const problem = refusalOf(XML.slice(0, XML.indexOf('II. Request')));
    expect(problem).toMatchObject({ code: 'truncated', value: 'HD' });
    expect(problem.message).toMatch(/element HD of line \d+ is not closed/);
    expect(problem.line).toBeGreaterThan(40);
  });

  it('is found in JSON, with line and column', () => {
    const json = asApiJson(SAMPLE_REQUEST);
    expect(refusalOf(json.slice(0, json.indexOf('"agencies"')))).toMatchObject({ code: 'truncated' });
    expect(refusalOf('{\n  "document_number": "2020-1",\n  nonsense\n}')).toMatchObject({ code: 'json-syntax', line: 3 });
  });

  it('is found in HTML by the frame that is left open', () => {
    const html = asHtml(SAMPLE_REQUEST);
    expect(refusalOf(html.slice(0, html.indexOf('III. Next')))).toMatchObject({ code: 'truncated' });
  });

  it('is found in text by its missing last line', () => {
    const text = asText(SAMPLE_REQUEST);
    expect(refusalOf(text.slice(0, text.indexOf('III. Next')))).toMatchObject({ code: 'truncated' });
  });

  it.each([0.2, 0.4, 0.6, 0.8, 0.95])('is never read as a shorter document (cut at %s)', (share) => {
    for (const whole of [XML, asText(SAMPLE_REQUEST), asHtml(SAMPLE_REQUEST), asApiJson(SAMPLE_REQUEST)]) {
      expect(readRequest(new TextEncoder().encode(whole.slice(0, Math.floor(whole.length * share)))).ok).toBe(false);
    }
  });
});

describe('hostile XML', () => {
  const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
 <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
]>
<PRORULE><PREAMB><SUBJECT>&lol3;</SUBJECT></PREAMB></PRORULE>`;

  it('with entities that expand is refused at the declaration', () => {
    expect(refusalOf(laughs)).toMatchObject({ code: 'xml-doctype', line: 2, column: 1 });
  });

  it('with an external entity is refused at the declaration', () => {
    expect(refusalOf('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><PRORULE>&f;</PRORULE>')).toMatchObject({
      code: 'xml-doctype',
      line: 1,
    });
  });

  it('with a declaration behind a long comment is refused all the same', () => {
    expect(refusalOf(`<!--${'-x'.repeat(20_000)}--><!DOCTYPE a><PRORULE/>`)).toMatchObject({ code: 'xml-doctype' });
  });

  it('with an entity that nobody declared is not well-formed', () => {
    expect(refusalOf('<PRORULE><PREAMB>&secret;</PREAMB></PRORULE>')).toMatchObject({ code: 'xml-syntax', line: 1 });
  });

  it('that nests without end is refused', () => {
    expect(refusalOf('<PRORULE>'.repeat(100_000))).toMatchObject({ code: 'xml-depth' });
  });

  it('with a huge attribute is refused', () => {
    expect(refusalOf(`<PRORULE a="${'x'.repeat(100_000)}"/>`)).toMatchObject({ code: 'xml-attribute-size' });
  });

  it('with a thousand attributes is refused', () => {
    const attributes = Array.from({ length: 1000 }, (_, index) => `a${index}="1"`).join(' ');
    expect(refusalOf(`<PRORULE ${attributes}/>`)).toMatchObject({ code: 'xml-attributes' });
  });

  it('with a mismatched end says where', () => {
    expect(refusalOf('<PRORULE>\n<PREAMB>\n</SUBJECT></PRORULE>')).toMatchObject({ code: 'xml-syntax', line: 3 });
  });
});

describe('hostile text and pages', () => {
  it('that nest without end are refused', () => {
    expect(refusalOf(`<!doctype html><html><body>${'<div>'.repeat(5_000)}`)).toMatchObject({ code: 'html-depth' });
  });

  it('that would make more questions than any request are refused', () => {
    const many = Array.from({ length: 2_001 }, (_, index) => `<P>Question ${(index % 900) + 1}: Should it?</P>`).join('');
    expect(refusalOf(XML.replace('<SIG>', `${many}<SIG>`))).toMatchObject({ code: 'too-many-questions' });
  });

  it('with one endless paragraph are refused', () => {
    expect(refusalOf(XML.replace('<SIG>', `<P>${'(1) Should it? '.repeat(20_000)}</P><SIG>`))).toMatchObject({ code: 'paragraph-size' });
  });

  it('never run, and leave no control characters or broken surrogates behind', () => {
    const document = readText(JSON.stringify({ document_number: '2026-99901', title: 'A\u0000B\ud800C\u0007', abstract: 'x' }));
    expect(document.title).toBe('ABC');
  });
});
