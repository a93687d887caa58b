import type { IBaseParagraphStyleOptions, IParagraphStyleOptions, IRunStylePropertiesOptions } from 'docx';
import { ANNEXES, HEADINGS } from './numbering';
import { SERIF, SIZE } from './typeface';

const LEVEL_RUNS: readonly IRunStylePropertiesOptions[] = [
  { bold: true, size: 26 },
  { bold: true, size: SIZE.body },
  { bold: true, italics: true, size: SIZE.body },
  { italics: true, size: SIZE.body },
];

function heading(level: number, numbering: string): Omit<IParagraphStyleOptions, 'id'> {
  return {
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    uiPriority: 9,
    run: { font: SERIF, color: '000000', ...LEVEL_RUNS[level] },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level,
      numbering: { reference: numbering, level },
      spacing: { before: level === 0 ? 360 : 240, after: level === 0 ? 180 : 140 },
    },
  };
}

const builtIn: Readonly<Record<string, IBaseParagraphStyleOptions>> = Object.fromEntries(
  [0, 1, 2, 3].map((level) => [`heading${level + 1}`, heading(level, HEADINGS)]),
);

const annexHead = heading(0, ANNEXES);

/** Headings of the body are Word's own; those of annexes have their own styles and numbers, and start on a new page. */
export const HEADING_STYLES: { readonly builtIn: typeof builtIn; readonly annexes: readonly IParagraphStyleOptions[] } = {
  builtIn,
  annexes: [
    {
      ...annexHead,
      id: 'AnnexHeading',
      name: 'Annex Heading',
      paragraph: { ...annexHead.paragraph, alignment: 'center', spacing: { before: 0, after: 320 } },
    },
    ...[1, 2, 3].map((level) => ({ ...heading(level, ANNEXES), id: `AnnexHeading${level + 1}`, name: `Annex Heading ${level + 1}` })),
    {
      id: 'PlainHeading',
      name: 'Unnumbered Heading',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 240, after: 140 } },
    },
    ...[2, 3].map((level) => ({
      id: `PlainHeading${level}`,
      name: `Unnumbered Heading ${level}`,
      basedOn: 'PlainHeading',
      next: 'BodyText',
    })),
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'BodyText',
      uiPriority: 39,
      run: { bold: true, size: 26 },
      paragraph: { keepNext: true, alignment: 'center', spacing: { before: 360, after: 160 } },
    },
  ],
};
