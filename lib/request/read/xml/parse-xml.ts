import { SaxesParser } from 'saxes';
import type { FileProblem } from '@/lib/core/file-problem';
import { failure, type Result, success } from '@/lib/core/result';
import { rawText } from '../inline-marks';
import { readError } from '../read-problem';
import { REQUEST_LIMITS } from '../request-limits';
import type { XmlElement } from './xml-element';

const CHUNK = 65_536;
/** How far a declaration is looked for before the parser starts; further on the parser meets it. */
const HEAD = 8_192;

/** Entities that Federal Register files use beside the five of XML; none can be declared in a file. */
const ENTITIES = {
  nbsp: '\u00a0',
  sect: '§',
  para: '¶',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  deg: '°',
  eacute: 'é',
  thinsp: '\u2009',
};

class Refused extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.message);
  }
}

/**
 * The tree of an XML file. Document type and entity declarations are refused unread, so nothing in a file can expand; so are
 * elements nested too deep, too many of them, and attributes of unusual number or size. A file that ends early says which
 * element it left open.
 */
export function parseXml(text: string): Result<XmlElement, FileProblem> {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  Object.assign(parser.ENTITIES, ENTITIES);
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let startLine = 1;

  const refuse = (code: string, message: string, value: string | null = null): never => {
    throw new Refused(readError(code, message, { line: parser.line, column: parser.column + 1, value }));
  };
  parser.on('doctype', () =>
    refuse(
      'xml-doctype',
      'The file declares a document type. Federal Register files have none, and declarations can be made to harm: it was not read.',
    ),
  );
  parser.on('opentagstart', () => {
    startLine = parser.line;
  });
  parser.on('attribute', ({ name, value }) => {
    if (value.length > REQUEST_LIMITS.attributeCharacters)
      refuse('xml-attribute-size', `The attribute ${name} is far longer than any of a Federal Register file.`, value);
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length >= REQUEST_LIMITS.xmlDepth)
      refuse('xml-depth', `Elements are nested deeper than ${REQUEST_LIMITS.xmlDepth} levels. No Federal Register file is.`, name);
    if (count > REQUEST_LIMITS.xmlElements) refuse('xml-size', 'The file has more elements than any Federal Register issue.');
    if (Object.keys(attributes).length > REQUEST_LIMITS.xmlAttributesPerElement)
      refuse('xml-attributes', `The element ${name} has too many attributes.`, name);
    const element: XmlElement = { name, attributes: { ...attributes }, children: [], line: startLine };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const takeText = (data: string) => {
    open.at(-1)?.children.push(rawText(data));
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('error', (error) => {
    const unfinished = parser.position >= text.length && open.length > 0;
    const left = open.at(-1);
    if (unfinished && left) {
      refuse(
        'truncated',
        `The file ends in the middle: the element ${left.name} of line ${left.line} is not closed. Fetch it again.`,
        left.name,
      );
    }
    refuse('xml-syntax', `This is not well-formed XML: ${error.message.replace(/^\S*:?\d+:\d+: /, '').replace(/\.$/, '')}.`);
  });

  try {
    const declared = doctypeAt(text);
    if (declared) {
      return failure(
        readError(
          'xml-doctype',
          'The file declares a document type. Federal Register files have none, and declarations can be made to harm: it was not read.',
          declared,
        ),
      );
    }
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    parser.close();
  } catch (error) {
    if (error instanceof Refused) return failure(error.problem);
    throw error;
  }
  return root ? success(root) : failure(readError('xml-syntax', 'The file has no XML element.'));
}

/** Where a document type is declared before the root element, found without reading the declaration. */
function doctypeAt(text: string): { line: number; column: number; value: string } | null {
  const head = text.slice(0, HEAD).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const match = /^(?:\s|<\?[^>]*\?>)*<!(?:DOCTYPE|ENTITY)/i.exec(head);
  if (!match) return null;
  const at = match[0].lastIndexOf('<!');
  const before = head.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), value: text.slice(at, at + 80) };
}
