import { type FileChild, Paragraph, TextRun } from 'docx';
import type { ContentsPlan } from '../layout/fill-contents';
import { childOf, childrenOf, type Formatted } from '../layout/formatted';
import { XmlElement } from './xml-element';

/** From this many entries on, the contents begin on a page of their own. */
const LONG = 10;

const GALLERY = 'Table of Contents';

/** The table of contents: headings of the first three levels and the annexes. It is empty until the whole letter is known. */
export function contentsTable(entries: number): readonly FileChild[] {
  const onOwnPage = { pageBreakBefore: true, spacing: { before: 0 } };
  return [
    new Paragraph({ style: 'TOCHeading', ...(entries >= LONG ? onOwnPage : {}), children: [new TextRun('Table of Contents')] }),
    new XmlElement('w:sdt', {}, [
      new XmlElement('w:sdtPr', {}, [
        new XmlElement('w:alias', { 'w:val': GALLERY }),
        new XmlElement('w:docPartObj', {}, [new XmlElement('w:docPartGallery', { 'w:val': GALLERY }), new XmlElement('w:docPartUnique')]),
      ]),
    ]),
  ];
}

/** The control of the contents in a formatted body. */
export function contentsControl(body: Formatted): Formatted | undefined {
  return childrenOf(body).find((element) => childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj') !== undefined);
}

/** What the contents list, for a column of text of a width. */
export function contentsPlan(width: number): ContentsPlan {
  return {
    instruction: 'TOC \\h \\o "1-3" \\t "Annex Heading,1,Annex Heading 2,2" \\z',
    levels: new Map([
      ['Heading1', 1],
      ['Heading2', 2],
      ['Heading3', 3],
      ['AnnexHeading', 1],
      ['AnnexHeading2', 2],
    ]),
    width,
  };
}
