import type { ILevelsOptions, NumberingDefinition } from 'docx';

export const HEADINGS = 'headings';
export const ANNEXES = 'annexes';

type Format = NonNullable<ILevelsOptions['format']>;

const STEP = 720;

function level(index: number, format: Format, text: string, more: Partial<ILevelsOptions> = {}): ILevelsOptions {
  return { level: index, format, text, alignment: 'left', style: { paragraph: { indent: { left: STEP, hanging: STEP } } }, ...more };
}

/** Word wants all nine levels of a numbering; those that no heading uses are plain decimals. */
function filled(levels: readonly ILevelsOptions[]): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, index) => levels[index] ?? level(index, 'decimal', `(%${index + 1})`));
}

function heading(index: number, format: Format, text: string, style: string): ILevelsOptions {
  return level(index, format, text, { style: { style, paragraph: { indent: { left: STEP, hanging: STEP } } } });
}

/** I. A. 1. a. for the letter's body; Annex A, 1, 1.1, 1.1.1 for what follows the signatures. */
export const HEADING_NUMBERINGS: readonly NumberingDefinition[] = [
  {
    reference: HEADINGS,
    levels: filled([
      heading(0, 'upperRoman', '%1.', 'Heading1'),
      heading(1, 'upperLetter', '%2.', 'Heading2'),
      heading(2, 'decimal', '%3.', 'Heading3'),
      heading(3, 'lowerLetter', '%4.', 'Heading4'),
    ]),
  },
  {
    reference: ANNEXES,
    levels: filled([
      level(0, 'upperLetter', 'Annex %1', { suffix: 'space', style: { style: 'AnnexHeading', paragraph: { indent: { left: 0 } } } }),
      heading(1, 'decimal', '%2', 'AnnexHeading2'),
      heading(2, 'decimal', '%2.%3', 'AnnexHeading3'),
      heading(3, 'decimal', '%2.%3.%4', 'AnnexHeading4'),
    ]),
  },
];

const LIST_STEP = 500;

/** The indent of a list's text at a depth of 0, 1, 2 …; deeper than eight is drawn as eight. */
export function listIndent(depth: number): { left: number; hanging: number } {
  return { left: 360 + LIST_STEP * (Math.min(depth, 8) + 1), hanging: LIST_STEP };
}

function listLevel(index: number, format: Format, text: string, start = 1): ILevelsOptions {
  return { level: index, format, text, alignment: 'left', start, style: { paragraph: { indent: listIndent(index) } } };
}

const BULLETS = ['\u2022', '\u2013', '\u00b7'];

export const BULLETED: NumberingDefinition = {
  reference: 'bullets',
  levels: Array.from({ length: 9 }, (_, index) => listLevel(index, 'bullet', BULLETS[index % BULLETS.length] ?? '\u2022')),
};

const ORDERED: readonly (readonly [Format, (number: string) => string])[] = [
  ['decimal', (number) => `(${number})`],
  ['lowerLetter', (number) => `(${number})`],
  ['lowerRoman', (number) => `(${number})`],
];

/** An ordered list has a numbering of its own, so that it starts where it says and never goes on counting from another list. */
export function orderedNumbering(ordinal: number, depth: number, start: number): NumberingDefinition {
  return {
    reference: `ordered-${ordinal}`,
    levels: Array.from({ length: 9 }, (_, index) => {
      const [format, text] = ORDERED[index % ORDERED.length] ?? ['decimal', (number: string) => `(${number})`];
      return listLevel(index, format, text(`%${index + 1}`), index === Math.min(depth, 8) ? start : 1);
    }),
  };
}
