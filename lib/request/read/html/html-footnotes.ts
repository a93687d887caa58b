import type { RequestFootnote } from '../../request-document';
import { rawText, tidy } from '../inline-marks';
import { attribute, classesOf, type HtmlElement, type HtmlNode, htmlText, isHtmlElement } from './html-tree';

const NOTE_ID = /^(?:footnote|ftn|fn|_ftn|edn)[-_]?(\d+)/i;
/** What a link from the running text to a note points at. */
const NOTE_LINK = /^#(?:footnote|_?ftn|_?fn|_?edn)[-_:]?(?!ref)(\d+)/i;

/** The mark of the footnote that an element holds; null where it holds none. */
export function footnoteContainer(element: HtmlElement): string | null {
  const named = attribute(element, 'id').match(NOTE_ID)?.[1] ?? null;
  const classes = classesOf(element);
  if (classes.includes('footnote-reference')) return null;
  const holds = classes.includes('footnote') || (named !== null && ['div', 'li', 'p', 'aside'].includes(element.tagName));
  if (!holds) return null;
  return (
    named ??
    htmlText(element)
      .trim()
      .match(/^\[?(\d{1,4})/)?.[1] ??
    null
  );
}

/** The mark to which a link or a raised number in the running text refers; null where it is no footnote's. */
export function footnoteReference(element: HtmlElement, marks: ReadonlySet<string>): string | null {
  if (element.tagName !== 'a' && element.tagName !== 'sup') return null;
  const text = htmlText(element).replace(/[[\]\s]/g, '');
  if (element.tagName === 'a') {
    const target = attribute(element, 'href').match(NOTE_LINK)?.[1];
    return target && /^\d{1,4}$/.test(text) ? text : null;
  }
  return marks.has(text) ? text : null;
}

export function footnoteText(element: HtmlElement, mark: string): RequestFootnote {
  const text = tidy(rawText(withoutBackLinks(element)));
  return { mark, text: text.replace(new RegExp(`^\\[?${mark}[\\].)]*\\s*`), '') };
}

function withoutBackLinks(node: HtmlNode): string {
  if ('value' in node) return node.value;
  if (!isHtmlElement(node) || classesOf(node).includes('back')) return '';
  const space = ['p', 'div', 'li', 'br'].includes(node.tagName) ? ' ' : '';
  return space + node.childNodes.map(withoutBackLinks).join('') + space;
}
