import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnreadableWordFile, type WordFileCode, wordFileProblem } from '../word-file-problem';
import { WORD_LIMITS } from '../word-limits';
import type { XmlElement } from './xml-tree';

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

/** How many elements may still be read: one budget for all parts of a file. */
export interface ElementBudget {
  left: number;
}

/** A part as a tree. Refuses document types and entities, XML that is not well formed (with line and column), and nesting without end. */
export function parsePart(bytes: Uint8Array, part: string, budget: ElementBudget): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const fail = (code: WordFileCode, message: string) =>
    new UnreadableWordFile(wordFileProblem(code, message, { part, line: parser.line, column: parser.column + 1 }));
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  parser.on('error', () => {
    throw fail(
      'damaged-part',
      `The file is damaged: ${part} is not good XML at line ${parser.line}, column ${parser.column + 1}. Ask for it again.`,
    );
  });
  parser.on('doctype', () => {
    throw fail('document-type', `The file's part ${part} declares a document type, which no Word file does. It was not read.`);
  });
  parser.on('opentag', (tag) => {
    budget.left -= 1;
    if (open.length > WORD_LIMITS.depth || budget.left < 0) {
      throw fail('too-large', `The file's part ${part} has more in it, or more inside of one another, than a letter can have.`);
    }
    const element: Growing = { name: nameOf(tag), attributes: attributesOf(tag), children: [], text: '' };
    (open.at(-1) as Growing).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const characters = (text: string) => {
    const element = open.at(-1) as Growing;
    if (HOLDS_TEXT.has(element.name)) element.text += text;
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.write(textOf(bytes)).close();
  const [top] = root.children;
  if (!top) throw fail('damaged-part', `The file is damaged: ${part} is empty.`);
  return top;
}

const HOLDS_TEXT: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'c:v', 'a:t']);

/** The prefixes by which elements are known here. Strict files have other namespaces for the same. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
]);

function nameOf({ uri, local, prefix }: SaxesTagNS): string {
  return `${PREFIXES.get(uri) ?? (prefix || '?')}:${local}`;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || local === 'xmlns') continue;
    const own = PREFIXES.get(uri);
    attributes[own === undefined || own === 'w' ? local : `${own}:${local}`] = value;
  }
  return attributes;
}

/** Parts are UTF-8, or UTF-16 with a byte order mark. */
function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
