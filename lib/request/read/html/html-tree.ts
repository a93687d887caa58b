import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type HtmlNode = DefaultTreeAdapterMap['childNode'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

export interface ParsedHtml {
  readonly root: DefaultTreeAdapterMap['document'];
  /** Where the file stops inside a tag or leaves the page's frame open; null where it is whole. */
  readonly unfinished: { readonly line: number; readonly element: string } | null;
  /** Elements are nested deeper than any page needs. */
  readonly tooDeep: boolean;
}

const FRAMES = new Set(['html', 'body', 'div', 'section', 'article', 'main', 'pre', 'table']);

/** The tree of a page, as a browser makes it. Scripts are never run, nothing is fetched. */
export function parseHtml(text: string, maxDepth: number): ParsedHtml {
  let cut: { line: number; element: string } | null = null;
  const root = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: (error) => {
      if (error.code.startsWith('eof-in')) cut = { line: error.startLine, element: 'tag' };
    },
  });
  let tooDeep = false;
  const stack: { node: HtmlNode; depth: number }[] = root.childNodes.map((node) => ({ node, depth: 1 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    if (!isHtmlElement(node)) continue;
    if (depth > maxDepth) {
      tooDeep = true;
      break;
    }
    const location = node.sourceCodeLocation;
    if (FRAMES.has(node.tagName) && location?.startTag && !location.endTag) cut ??= { line: location.startLine, element: node.tagName };
    for (const child of node.childNodes) stack.push({ node: child, depth: depth + 1 });
  }
  return { root, unfinished: cut, tooDeep };
}

export function isHtmlElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

export function classesOf(element: HtmlElement): string[] {
  return attribute(element, 'class')
    .split(/\s+/)
    .filter((name) => name !== '');
}

/** All characters below a node. */
export function htmlText(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return isHtmlElement(node) ? node.childNodes.map(htmlText).join('') : '';
}
