import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '@/lib/core/result';
import type { Formatted } from '../layout/formatted';

const MOST_ELEMENTS = 200_000;
const DEEPEST = 100;

/** The namespaces that a part has to give the prefixes that Word gives them, because its elements are put among ours. */
const PREFIXES: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
};

/** A part's XML as the writer holds it. Fails with what is wrong with it: a document type, nesting without end, other prefixes than Word's. */
export function parseFormatted(bytes: Uint8Array): Result<Formatted, string> {
  const parser = new SaxesParser({ xmlns: true });
  const open: { name: string; content: unknown[] }[] = [];
  let root: Formatted | null = null;
  let problem: string | null = null;
  let elements = 0;
  const fail = (text: string) => {
    problem ??= text;
  };
  parser.on('error', (error) => fail(error.message));
  parser.on('doctype', () => fail('it declares a document type, which no part of a Word file does'));
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length > DEEPEST) fail('it has more in it, or more inside of one another, than a template needs');
    if (problem !== null) return;
    for (const [prefix, namespace] of Object.entries(PREFIXES)) {
      if ((tag.prefix === prefix) !== (tag.uri === namespace))
        fail('its XML is not written as Word writes it: open it in Word and save it again');
    }
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const content: unknown[] = Object.keys(attributes).length === 0 ? [] : [{ _attr: attributes }];
    const element = { [tag.name]: content };
    if (open.length === 0) root = element;
    else open.at(-1)?.content.push(element);
    open.push({ name: tag.name, content });
  });
  parser.on('closetag', () => open.pop());
  const characters = (text: string) => {
    const parent = open.at(-1);
    if (parent !== undefined && (HOLDS_SPACE.has(parent.name) || text.trim() !== '')) parent.content.push(text);
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.write(new TextDecoder().decode(bytes)).close();
  if (problem !== null) return failure(problem);
  return root === null ? failure('it is empty') : success(root);
}

const HOLDS_SPACE: ReadonlySet<string> = new Set(['w:t', 'w:instrText', 'a:t']);
