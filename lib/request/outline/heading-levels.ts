import type { RawBlock } from '../read/raw-document';
import { type HeadingNumber, headingNumber } from './heading-number';

type Style = HeadingNumber['styles'][number]['style'];

/** The order in which documents of the Federal Register number their headings. */
const LEVEL_OF: Readonly<Record<Style, number>> = { roman: 1, capital: 2, digit: 3, letter: 4 };

/**
 * The level of every heading, 1 for the outermost. Tagged levels are counted from the highest one that occurs; untagged
 * headings are placed by their numbers: I., A., 1., a. A "C." or "I." is read as what goes on with the sequence before it.
 */
export function headingLevels(headings: readonly RawBlock[]): number[] {
  const tagged = headings.flatMap(({ level }) => (level === null ? [] : [level]));
  const highest = Math.min(...tagged);
  const last = new Map<Style, number>();
  return headings.map(({ level, text }) => {
    if (level !== null) return level - highest + 1;
    const number = headingNumber(text);
    if (!number) return 1;
    const { style, value } = chooseStyle(number, last);
    for (const other of last.keys()) if (LEVEL_OF[other] > LEVEL_OF[style]) last.delete(other);
    last.set(style, value);
    return LEVEL_OF[style];
  });
}

function chooseStyle(number: HeadingNumber, last: ReadonlyMap<Style, number>): { style: Style; value: number } {
  const next = number.styles.find(({ style, value }) => value === (last.get(style) ?? 0) + 1);
  const [first] = number.styles;
  return next ?? first ?? { style: 'roman', value: 0 };
}
