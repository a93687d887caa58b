import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { SEPARATOR_STYLE } from '../footnote-separators';
import { TEXT_WIDTH } from '../page';
import { contentsIndent } from './contents-indent';
import { furnitureStyles } from './furniture-styles';
import { HEADING_STYLES } from './heading-styles';
import { INK, SERIF, SIZE } from './typeface';

const textStyles = (textWidth: number): readonly IParagraphStyleOptions[] => [
  { id: 'Normal', name: 'Normal', quickFormat: true, run: {}, paragraph: {} },
  {
    id: 'BodyText',
    name: 'Body Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { after: 200, line: 259, lineRule: 'auto' } },
  },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'BodyText',
    quickFormat: true,
    run: { size: SIZE.quote },
    paragraph: { indent: { left: 720, right: 720 } },
  },
  {
    id: 'Question',
    name: 'Quoted Question',
    basedOn: 'BodyText',
    quickFormat: true,
    run: { size: SIZE.quote, italics: true },
    paragraph: {
      indent: { left: 720, right: 720 },
      spacing: { after: 120, line: 252, lineRule: 'auto' },
    },
  },
  {
    id: 'QuestionPart',
    name: 'Quoted Question Part',
    basedOn: 'Question',
    quickFormat: true,
    paragraph: { indent: { left: 1260, right: 720, hanging: 540 }, leftTabStop: 1260 },
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    basedOn: 'BodyText',
    quickFormat: true,
    paragraph: { spacing: { after: 140, line: 259, lineRule: 'auto' } },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    run: { bold: true, size: 22 },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: 200, after: 100 } },
  },
  {
    id: 'SourceNote',
    name: 'Source Note',
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    run: { size: SIZE.small },
    paragraph: { spacing: { before: 80, after: 280 } },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: SIZE.table },
    paragraph: { spacing: { before: 40, after: 40 } },
  },
  { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', quickFormat: true, run: { bold: true }, paragraph: { keepNext: true } },
  { id: 'TableHash', name: 'Table Hash', basedOn: 'TableText', run: { font: 'Courier New', size: 15 } },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    basedOn: 'Normal',
    run: { size: SIZE.footnote },
    paragraph: { spacing: { after: 80 } },
  },
  { id: SEPARATOR_STYLE, name: 'Footnote Separator', basedOn: 'Normal', run: { size: 12 } },
  ...[1, 2, 3, 4].map((level) => contentsStyle(level, textWidth)),
  {
    id: 'TableofFigures',
    name: 'table of figures',
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 99,
    paragraph: { spacing: { before: 0, after: 40 }, indent: { left: 720, hanging: 720 }, rightTabStop: textWidth },
  },
];

function contentsStyle(level: number, textWidth: number): IParagraphStyleOptions {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 39,
    paragraph: {
      spacing: { before: level === 1 ? 80 : 0, after: 40 },
      indent: contentsIndent(level),
      rightTabStop: textWidth,
    },
  };
}

/**
 * Every style of a letter, for a column of text of a width. Formatting is here and nowhere else, so that a firm restyles the file by its styles
 * alone.
 */
export const letterStyles = (textWidth: number): IStylesOptions => ({
  default: {
    document: {
      run: { font: SERIF, size: SIZE.body, language: { value: 'en-US', eastAsia: 'en-US', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
    },
    hyperlink: { run: { color: { theme: 'hyperlink' }, underline: { type: 'single', color: INK } } },
    ...HEADING_STYLES.builtIn,
  },
  characterStyles: [
    { id: 'ConfidentialPart', name: 'Confidential Part', run: { shading: { type: 'clear', color: 'auto', fill: 'E7E6E6' } } },
  ],
  paragraphStyles: [...textStyles(textWidth), ...HEADING_STYLES.annexes, ...furnitureStyles(textWidth)],
});

/** The styles on the page of our own. */
export const LETTER_STYLES = letterStyles(TEXT_WIDTH);
