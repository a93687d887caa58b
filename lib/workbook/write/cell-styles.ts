import type { NumberLook, TextCell } from '../workbook';

/** The format of each look, and its number in the styles part: those below 164 are every program's own. */
const FORMATS: Readonly<Record<NumberLook, string>> = {
  money: '#,##0.00;(#,##0.00);0.00',
  'money-short': '#,##0.0;(#,##0.0);0.0',
  percent: '0.00%;(0.00%);0.00%',
  count: '#,##0;(#,##0);0',
  ratio: '0.0000;(0.0000);0.0000',
  plain: 'General',
};
const LOOKS = Object.keys(FORMATS) as readonly NumberLook[];
const WORD_LOOKS = ['plain', 'strong', 'head', 'title', 'note', 'code'] as const satisfies readonly NonNullable<TextCell['look']>[];
/** Trees deeper than this are not set in further. */
const MOST_INDENT = 12;

interface Style {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: string;
  readonly quoted: boolean;
}

const FONTS = { plain: 0, strong: 1, title: 2, note: 3, code: 4 } as const;

/** Every style of a cell, in the order in which the styles part lists them. */
const STYLES: readonly Style[] = [
  { format: 0, font: 0, fill: 0, border: 0, alignment: '', quoted: false },
  ...LOOKS.flatMap((look) => [false, true].map((strong) => numberStyle(look, strong))),
  ...WORD_LOOKS.flatMap((look) => [false, true].map((quoted) => wordStyle(look, quoted, 0))),
  ...Array.from({ length: MOST_INDENT }, (_, index) => [false, true].map((quoted) => wordStyle('plain', quoted, index + 1))).flat(),
];

export function numberStyleIndex(look: NumberLook, strong: boolean): number {
  return 1 + LOOKS.indexOf(look) * 2 + (strong ? 1 : 0);
}

/** `quoted` marks words that begin like a formula, so that a program keeps them words when somebody edits the cell. */
export function wordStyleIndex(look: NonNullable<TextCell['look']>, quoted: boolean, indent: number): number {
  const first = 1 + LOOKS.length * 2;
  const level = Math.min(indent, MOST_INDENT);
  const place = level === 0 ? WORD_LOOKS.indexOf(look) : WORD_LOOKS.length + level - 1;
  return first + place * 2 + (quoted ? 1 : 0);
}

/** The part xl/styles.xml. */
export function stylesXml(): string {
  const formats = LOOKS.map((look) => `<numFmt numFmtId="${formatId(look)}" formatCode="${FORMATS[look]}"/>`).join('');
  const cells = STYLES.map(({ format, font, fill, border, alignment, quoted }) => {
    const marks = `${quoted ? ' quotePrefix="1"' : ''}${alignment ? ' applyAlignment="1"' : ''}`;
    return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${marks}>${alignment}</xf>`;
  }).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${LOOKS.length}">${formats}</numFmts><fonts count="5">${font('')}${font('<b/>')}${font('<b/>', 14)}${font('<i/>')}${font('', 9, 'Consolas')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF6B7280"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${STYLES.length}">${cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function font(marks: string, size = 10, name = 'Arial'): string {
  return `<font>${marks}<sz val="${size}"/><color rgb="FF111827"/><name val="${name}"/><family val="2"/></font>`;
}

function formatId(look: NumberLook): number {
  return 164 + LOOKS.indexOf(look);
}

function numberStyle(look: NumberLook, strong: boolean): Style {
  const alignment = '<alignment vertical="top"/>';
  return { format: formatId(look), font: strong ? FONTS.strong : FONTS.plain, fill: 0, border: 0, alignment, quoted: false };
}

function wordStyle(look: (typeof WORD_LOOKS)[number], quoted: boolean, indent: number): Style {
  const isHead = look === 'head';
  const alignment = `<alignment horizontal="left" vertical="top"${look === 'title' || look === 'code' ? '' : ' wrapText="1"'}${indent > 0 ? ` indent="${indent}"` : ''}/>`;
  return { format: 0, font: isHead ? FONTS.strong : FONTS[look], fill: isHead ? 2 : 0, border: isHead ? 1 : 0, alignment, quoted };
}
