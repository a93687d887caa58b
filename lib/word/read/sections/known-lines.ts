import { longDate } from '@/lib/core/long-date';
import { blockText } from '@/lib/letter/anchors/block-text';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import { isOpening, readingOrder } from '@/lib/letter/numbering/number-letter';
import { walkProse } from '@/lib/letter/walk-prose';
import { quotedLines } from '../../write/quoted-question';

/** A line of the known letter as it is compared, and the section that it is of; null for what stands around the sections. */
export interface KnownLine {
  readonly key: string;
  readonly owner: string | null;
}

/** The lines of a letter in the order in which its file prints them: those of the sections, and what stands around them. */
export function knownLines(letter: LetterContent): readonly KnownLine[] {
  const { furniture } = letter;
  const around = (texts: readonly string[]) => texts.map((text) => ({ key: lineKey(text), owner: null }));
  const order = readingOrder(letter.sections);
  const lines = [
    ...around([furniture.date === null ? '[Date]' : longDate(furniture.date), furniture.deliveryLine]),
    ...around(furniture.addressees.flatMap(({ lines: own }) => own)),
    ...around([...furniture.reLines.map((line, index) => (index === 0 ? `Re: ${line}` : line)), furniture.salutation]),
    ...order.filter(isOpening).flatMap(linesOfSection),
    ...order.filter((section) => !isOpening(section) && section.kind !== 'annex').flatMap(linesOfSection),
    ...around([furniture.closing, ...furniture.signatories.flatMap(({ name, title, entity }) => [name, title, entity])]),
    ...around(furniture.cc.map((line, index) => (index === 0 ? `cc: ${line}` : line))),
    ...order.filter((section) => section.kind === 'annex').flatMap(linesOfSection),
  ];
  return lines.filter(({ key }) => key !== '');
}

function linesOfSection(section: LetterSection): KnownLine[] {
  const texts = [
    ...(isOpening(section) ? [] : [section.title]),
    ...(section.question === null
      ? []
      : quotedLines(section.question, section).map(({ label, text }) => (label === '' ? text : `${label}. ${text}`))),
    ...[...walkProse(section.body)].filter(({ type }) => type === 'paragraph' || type === 'heading').map(blockText),
  ];
  return texts.map((text) => ({ key: lineKey(text), owner: section.id }));
}

/** A line as it is compared: its letters and digits, without the number of an annex. */
export function lineKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^annex [a-z]{1,2} (?=.)/, '');
}
