import { type FileChild, Paragraph } from 'docx';
import { longDate } from '@/lib/core/long-date';
import type { Addressee, LetterFurniture } from '@/lib/letter/letter-content';
import { cleanLine } from '../../clean-text';
import { textRuns } from '../inline/text-runs';

/** From the date to the salutation. Parts that are not yet filled in are left out; an undated letter says so in brackets. */
export function letterOpening(furniture: LetterFurniture): readonly FileChild[] {
  return [
    new Paragraph({ style: 'Date', children: textRuns(furniture.date === null ? '[Date]' : longDate(furniture.date)) }),
    ...line('Delivery', furniture.deliveryLine),
    ...furniture.addressees.flatMap(addressBlock),
    ...reBlock(furniture.reLines),
    ...line('Salutation', furniture.salutation),
  ];
}

function line(style: string, text: string): readonly FileChild[] {
  return cleanLine(text) === '' ? [] : [new Paragraph({ style, children: textRuns(cleanLine(text)) })];
}

/** An address stands together on one page, with a line's distance below. */
function addressBlock(addressee: Addressee): readonly FileChild[] {
  const filled = addressee.lines.map(cleanLine).filter((text) => text !== '');
  const lines = filled.length > 0 ? filled : [cleanLine(addressee.agency)].filter((text) => text !== '');
  return lines.map((text, index) => {
    const last = index === lines.length - 1;
    return new Paragraph({ style: 'Addressee', keepNext: !last, ...(last ? { spacing: { after: 240 } } : {}), children: textRuns(text) });
  });
}

function reBlock(reLines: readonly string[]): readonly FileChild[] {
  return reLines
    .map(cleanLine)
    .filter((text) => text !== '')
    .map((text, index) => new Paragraph({ style: 'ReLine', keepNext: true, children: textRuns(`${index === 0 ? 'Re:' : ''}\t${text}`) }));
}
