import type { Addressee, LetterFurniture, Signatory } from '@/lib/letter/letter-content';

/** The furniture as a form shows it: a text per part, one line each, blocks parted by an empty line. */
export interface FurnitureText {
  firm: string;
  letterheadLines: string;
  date: string;
  deliveryLine: string;
  addressees: string;
  reLines: string;
  salutation: string;
  closing: string;
  signatories: string;
  cc: string;
}

export function furnitureToText(furniture: LetterFurniture): FurnitureText {
  return {
    firm: furniture.letterhead.firm,
    letterheadLines: furniture.letterhead.lines.join('\n'),
    date: furniture.date ?? '',
    deliveryLine: furniture.deliveryLine,
    addressees: furniture.addressees.map((addressee) => addressee.lines.join('\n')).join('\n\n'),
    reLines: furniture.reLines.join('\n'),
    salutation: furniture.salutation,
    closing: furniture.closing,
    signatories: furniture.signatories.map(({ name, title, entity }) => [name, title, entity].join('\n')).join('\n\n'),
    cc: furniture.cc.join('\n'),
  };
}

/** The form's texts back as furniture. An addressee keeps the agency's name that it had at its place; a new block is named by its first line. */
export function furnitureFromText(text: FurnitureText, before: LetterFurniture): LetterFurniture {
  return {
    letterhead: { firm: text.firm.trim(), lines: lines(text.letterheadLines) },
    date: text.date === '' ? null : text.date,
    deliveryLine: text.deliveryLine.trim(),
    addressees: blocks(text.addressees).map(
      (block, index): Addressee => ({ agency: before.addressees[index]?.agency ?? block[0] ?? '', lines: block }),
    ),
    reLines: lines(text.reLines),
    salutation: text.salutation.trim(),
    closing: text.closing.trim(),
    signatories: blocks(text.signatories).map(
      ([name = '', title = '', ...entity]): Signatory => ({ name, title, entity: entity.join(', ') }),
    ),
    cc: lines(text.cc),
  };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function blocks(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map(lines)
    .filter((block) => block.length > 0);
}
