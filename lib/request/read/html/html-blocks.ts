import type { RequestFootnote } from '../../request-document';
import { footnoteMark, rawText, styled, tidy } from '../inline-marks';
import type { RawBlock } from '../raw-document';
import { footnoteContainer, footnoteReference, footnoteText } from './html-footnotes';
import { attribute, classesOf, type HtmlElement, type HtmlNode, htmlText, isHtmlElement } from './html-tree';

export interface HtmlContent {
  readonly blocks: RawBlock[];
  readonly footnotes: RequestFootnote[];
  leftOut: number;
}

interface Reading extends HtmlContent {
  readonly marks: Set<string>;
  /** how far each ordered list has counted */
  readonly counted: Map<HtmlElement, number>;
  page: string | null;
  /** inline text since the last block */
  pending: string;
  /** where that text began */
  line: number | null;
  startPage: string | null;
}

const DROPPED = new Set([
  'script',
  'style',
  'nav',
  'header',
  'footer',
  'button',
  'form',
  'noscript',
  'template',
  'iframe',
  'svg',
  'title',
  'head',
  'select',
]);
const PICTURED = new Set(['table', 'figure', 'img', 'math']);
const BLOCKS = new Set([
  'p',
  'li',
  'blockquote',
  'dd',
  'dt',
  'div',
  'section',
  'article',
  'main',
  'body',
  'html',
  'ul',
  'ol',
  'dl',
  'center',
  'hr',
  'pre',
]);
/** What `listNumber` put down, and no text after it yet: the item's own paragraph follows. */
const LIST_MARK = /^(?:•|\d+\.|[a-z]\.)\s*$/;
const FACES = new Set(['em', 'i', 'strong', 'b', 'u', 'cite']);

/** Headings, paragraphs and footnotes of a page in reading order; printed-page markers and the site's own furniture left out. */
export function htmlBlocks(nodes: readonly HtmlNode[]): HtmlContent {
  const reading: Reading = {
    blocks: [],
    footnotes: [],
    leftOut: 0,
    marks: new Set(),
    counted: new Map(),
    page: null,
    pending: '',
    line: null,
    startPage: null,
  };
  for (const node of nodes) collectMarks(node, reading.marks);
  for (const node of nodes) walk(node, reading);
  flush(reading);
  return reading;
}

function collectMarks(node: HtmlNode, marks: Set<string>): void {
  if (!isHtmlElement(node)) return;
  const mark = footnoteContainer(node);
  if (mark !== null) marks.add(mark);
  for (const child of node.childNodes) collectMarks(child, marks);
}

function walk(node: HtmlNode, reading: Reading): void {
  if ('value' in node) {
    if (node.value.trim() !== '' && reading.line === null) {
      reading.line = node.sourceCodeLocation?.startLine ?? 1;
      reading.startPage = reading.page;
    }
    reading.pending += rawText(node.value);
    return;
  }
  if (!isHtmlElement(node)) return;
  const classes = classesOf(node);
  if (isPageMarker(classes)) {
    reading.page = attribute(node, 'data-page') || attribute(node, 'id').match(/^page-(\S+)/)?.[1] || reading.page;
    const inner = node.childNodes.find((child): child is HtmlElement => isHtmlElement(child) && attribute(child, 'data-page') !== '');
    if (inner) reading.page = attribute(inner, 'data-page');
    return;
  }
  if (DROPPED.has(node.tagName) || isTableOfContents(classes, node)) return;
  if (PICTURED.has(node.tagName)) {
    reading.leftOut += 1;
    return;
  }
  const note = footnoteContainer(node);
  if (note !== null) {
    reading.footnotes.push(footnoteText(node, note));
    return;
  }
  const reference = footnoteReference(node, reading.marks);
  if (reference !== null) {
    reading.pending = reading.pending.replace(/\[\s*$/, '') + footnoteMark(reference);
    return;
  }
  if (/^h[1-6]$/.test(node.tagName)) {
    heading(node, reading);
    return;
  }
  if (node.tagName === 'br') {
    reading.pending += ' ';
    return;
  }
  if (BLOCKS.has(node.tagName) && !LIST_MARK.test(reading.pending)) flush(reading);
  if (node.tagName === 'li') reading.pending = listNumber(node, reading.counted);
  if (FACES.has(node.tagName)) {
    const before = reading.pending;
    reading.pending = '';
    for (const child of node.childNodes) walk(child, reading);
    reading.pending = before + styled(reading.pending);
    return;
  }
  for (const child of node.childNodes) walk(child, reading);
  if (BLOCKS.has(node.tagName)) flush(reading);
}

function heading(node: HtmlElement, reading: Reading): void {
  flush(reading);
  for (const child of node.childNodes) walk(child, reading);
  const text = tidy(reading.pending);
  reading.pending = '';
  const line = node.sourceCodeLocation?.startLine ?? null;
  reading.line = null;
  if (text !== '')
    reading.blocks.push({ kind: 'heading', level: Number.parseInt(node.tagName.slice(1), 10), text, place: { line, page: reading.page } });
}

function flush(reading: Reading): void {
  // a footnote's brackets stand outside its link: "[<a>1</a>]"
  const text = tidy(reading.pending.replace(/(\uE001)\s*\]/g, '$1'));
  const { line, startPage: page } = reading;
  reading.pending = '';
  reading.line = null;
  if (text !== '') reading.blocks.push({ kind: 'paragraph', level: null, text, place: { line, page } });
}

function isPageMarker(classes: readonly string[]): boolean {
  return classes.some((name) => name.startsWith('printed-page') || name.startsWith('unprinted-element'));
}

function isTableOfContents(classes: readonly string[], node: HtmlElement): boolean {
  return classes.some((name) => /^(?:table-of-contents|toc)$/.test(name)) || /^(?:table-of-contents|toc)$/.test(attribute(node, 'id'));
}

/** The number that a browser shows before an item of an ordered list; a bullet for an unordered one. */
function listNumber(item: HtmlElement, counted: Map<HtmlElement, number>): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '• ';
  const next = counted.get(list) ?? (Number.parseInt(attribute(list, 'start'), 10) || 1);
  const number = Number.parseInt(attribute(item, 'value'), 10) || next;
  counted.set(list, number + 1);
  if (/^\s*(?:\(?[0-9a-z]{1,3}[.)]\s|Question|Q\d)/.test(htmlText(item))) return '';
  const lettered = attribute(list, 'type') === 'a' && number >= 1 && number <= 26;
  return lettered ? `${String.fromCharCode(96 + number)}. ` : `${number}. `;
}
