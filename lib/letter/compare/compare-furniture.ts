import type { LetterContent } from '../letter-content';

/** A part of the letter's frame as text before and after. */
export interface FurnitureDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

type Reader = (letter: LetterContent) => string;

const lines = (parts: readonly string[]) => parts.join('\n');

const FIELDS: readonly (readonly [string, Reader])[] = [
  ['Title', ({ title }) => title],
  ['Letterhead', ({ furniture }) => lines([furniture.letterhead.firm, ...furniture.letterhead.lines])],
  ['Date', ({ furniture }) => furniture.date ?? ''],
  ['Delivery', ({ furniture }) => furniture.deliveryLine],
  ['Addressees', ({ furniture }) => furniture.addressees.map(({ agency, lines: own }) => lines([`${agency}:`, ...own])).join('\n\n')],
  ['Re', ({ furniture }) => lines(furniture.reLines)],
  ['Salutation', ({ furniture }) => furniture.salutation],
  ['Closing', ({ furniture }) => furniture.closing],
  ['Signatories', ({ furniture }) => furniture.signatories.map(({ name, title, entity }) => lines([name, title, entity])).join('\n\n')],
  ['Copies to', ({ furniture }) => lines(furniture.cc)],
];

/** The parts of a letter's frame that differ, from its title to its copies. */
export function compareFurniture(before: LetterContent, after: LetterContent): readonly FurnitureDifference[] {
  return FIELDS.flatMap(([field, read]) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
