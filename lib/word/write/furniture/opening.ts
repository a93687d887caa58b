import type { FileChild } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';
import type { Addressee, LetterFurniture } from '@/lib/letter/letter-content';
import { type FurnitureLine, furnitureParagraph } from './furniture-line';

/** From the date to the salutation. */
export function letterOpening(furniture: LetterFurniture): readonly FileChild[] {
  return openingLines(furniture).map((line) => furnitureParagraph(line));
}

/** Its lines. Parts that are not yet filled in are left out; an undated letter says so in brackets. */
export function openingLines(furniture: LetterFurniture): readonly FurnitureLine[] {
  return [
    { style: 'Date', text: furniture.date === null ? '[Date]' : longDate(furniture.date) },
    ...line('Delivery', furniture.deliveryLine),
    ...furniture.addressees.flatMap(addressBlock),
    ...reBlock(furniture.reLines),
    ...line('Salutation', furniture.salutation),
  ];
}

function line(style: string, text: string): readonly FurnitureLine[] {
  return cleanLine(text) === '' ? [] : [{ style, text: cleanLine(text) }];
}

/** An address stands together on one page, with a line's distance below. */
function addressBlock(addressee: Addressee): readonly FurnitureLine[] {
  const filled = addressee.lines.map(cleanLine).filter((text) => text !== '');
  const lines = filled.length > 0 ? filled : [cleanLine(addressee.agency)].filter((text) => text !== '');
  return lines.map((text, index) => {
    const last = index === lines.length - 1;
    return { style: 'Addressee', text, form: { keepNext: !last, ...(last ? { spacing: { after: 240 } } : {}) } };
  });
}

function reBlock(reLines: readonly string[]): readonly FurnitureLine[] {
  return reLines
    .map(cleanLine)
    .filter((text) => text !== '')
    .map((text, index) => ({ style: 'ReLine', text: `${index === 0 ? 'Re:' : ''}\t${text}`, form: { keepNext: true } }));
}
