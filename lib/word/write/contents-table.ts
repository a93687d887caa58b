import { type FileChild, Paragraph, StyleLevel, TableOfContents, TextRun } from 'docx';

/** From this many entries on, the contents begin on a page of their own. */
const LONG = 10;

/** The table of contents, filled in when the file is written: headings of the first three levels and the annexes. */
export function contentsTable(entries: number): readonly FileChild[] {
  const onOwnPage = { pageBreakBefore: true, spacing: { before: 0 } };
  return [
    new Paragraph({ style: 'TOCHeading', ...(entries >= LONG ? onOwnPage : {}), children: [new TextRun('Table of Contents')] }),
    new TableOfContents('Table of Contents', {
      hyperlink: true,
      headingStyleRange: '1-3',
      stylesWithLevels: [new StyleLevel('Annex Heading', 1), new StyleLevel('Annex Heading 2', 2)],
      hideTabAndPageNumbersInWebView: true,
    }),
  ];
}
