import { footnoteMark, styled, tidy } from '../inline-marks';
import { findElements, isElement, plainText, type XmlElement } from './xml-element';

/** What reading the running text of a document keeps in mind: the printed page, the known notes, what was left out. */
export interface InlineState {
  page: string | null;
  readonly marks: ReadonlySet<string>;
  leftOut: number;
}

const SILENT = new Set(['FTNT', 'FTREF', 'AC']);
const PICTURED = new Set(['GPH', 'MATH', 'GPOTABLE', 'MID']);
/** Type faces of E: 51 and 52 are super- and subscript, which may stand inside a word. */
const SCRIPT_FACES = new Set(['51', '52', '54', '61', '62']);
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** The running text of an element in one line; footnote marks stay in it between the signs of inline-marks.ts. */
export function inlineText(element: XmlElement, state: InlineState): string {
  return tidy(collect(element, state));
}

function collect(element: XmlElement, state: InlineState): string {
  return element.children.map((child) => (isElement(child) ? ofElement(child, state) : child)).join('');
}

function ofElement(element: XmlElement, state: InlineState): string {
  if (element.name === 'PRTPAGE') {
    state.page = element.attributes.P ?? state.page;
    return '';
  }
  if (SILENT.has(element.name)) return '';
  if (PICTURED.has(element.name)) {
    state.leftOut += 1;
    return ' ';
  }
  if (element.name === 'SU') return superscript(plainText(element).trim(), state.marks);
  const text = collect(element, state);
  return element.name === 'E' && !SCRIPT_FACES.has(element.attributes.T ?? '') ? styled(text) : text;
}

/** A raised number is a footnote's mark where the document has such a footnote, and an exponent otherwise. */
function superscript(text: string, marks: ReadonlySet<string>): string {
  const named = text.split(/[\s,]+/).filter((mark) => mark !== '');
  if (named.length > 0 && named.every((mark) => marks.has(mark))) return named.map(footnoteMark).join('');
  return [...text].map((sign) => SUPERSCRIPTS[sign] ?? sign).join('');
}

/** The footnotes below an element: their marks, and their text without the mark. */
export function footnotesOf(element: XmlElement): { readonly mark: string; readonly text: string }[] {
  return findElements(element, new Set(['FTNT'])).flatMap((note) => {
    const mark = findElements(note, new Set(['SU']))[0];
    const label = mark
      ? plainText(mark).trim()
      : (plainText(note)
          .trim()
          .match(/^(\d{1,4}|[*†‡]+)/)?.[1] ?? '');
    if (label === '') return [];
    const state: InlineState = { page: null, marks: new Set(), leftOut: 0 };
    const text = findElements(note, new Set(['P', 'FP']))
      .map((paragraph) => inlineText(withoutFirst(paragraph, mark), state))
      .filter((line) => line !== '')
      .join(' ');
    return [{ mark: label, text: mark ? text : text.replace(/^(\d{1,4}|[*†‡]+)[.\s]*/, '') }];
  });
}

function withoutFirst(element: XmlElement, dropped: XmlElement | undefined): XmlElement {
  return { ...element, children: element.children.filter((child) => child !== dropped) };
}
