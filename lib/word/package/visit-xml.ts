import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element as it opens: names without prefixes, because the same namespace may have any. */
export interface XmlVisit {
  readonly name: string;
  readonly namespace: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Local names of the elements around it, outermost first. */
  readonly path: readonly string[];
}

export interface XmlVisitor {
  open?(element: XmlVisit): void;
  text?(text: string, path: readonly string[]): void;
}

/** Reads a part from end to end. Returns null, or what is wrong with its XML; a document type, which no part may have, is wrong. */
export function visitXml(bytes: Uint8Array, visitor: XmlVisitor): string | null {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  let problem: string | null = null;
  parser.on('error', (error) => {
    problem ??= error.message;
  });
  parser.on('doctype', () => {
    problem ??= 'a document type declaration, which no part may have';
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((attribute) => [attribute.local, attribute.value]));
    visitor.open?.({ name: tag.local, namespace: tag.uri, attributes, path });
    path.push(tag.local);
  });
  parser.on('closetag', () => path.pop());
  parser.on('text', (text) => visitor.text?.(text, path));
  parser.write(strFromU8(bytes).replace(/^\ufeff/, '')).close();
  return problem;
}
