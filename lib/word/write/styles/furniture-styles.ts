import type { IParagraphStyleOptions } from 'docx';
import { INK, SIZE } from './typeface';

/** The styles of what stands around the text: letterhead, address, Re:, signatures, headers and footers. */
export const furnitureStyles = (textWidth: number): readonly IParagraphStyleOptions[] => [
  {
    id: 'LetterheadFirm',
    name: 'Letterhead Firm',
    basedOn: 'Normal',
    run: { size: SIZE.letterhead, smallCaps: true, color: INK, characterSpacing: 24 },
    paragraph: { alignment: 'center', spacing: { after: 40 } },
  },
  {
    id: 'LetterheadLine',
    name: 'Letterhead Line',
    basedOn: 'Normal',
    run: { size: SIZE.small, color: INK },
    paragraph: { alignment: 'center' },
  },
  { id: 'Date', name: 'Date', basedOn: 'Normal', next: 'Delivery', paragraph: { spacing: { before: 320, after: 280 } } },
  { id: 'Delivery', name: 'Delivery Line', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 280 } } },
  { id: 'Addressee', name: 'Addressee', basedOn: 'Normal', paragraph: { keepLines: true } },
  {
    id: 'ReLine',
    name: 'Re Line',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { indent: { left: 1440, hanging: 720, right: 720 }, leftTabStop: 1440, spacing: { after: 120 }, keepLines: true },
  },
  {
    id: 'Salutation',
    name: 'Salutation',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: { spacing: { before: 240, after: 240 }, keepNext: true },
  },
  {
    id: 'Closing',
    name: 'Closing',
    basedOn: 'Normal',
    paragraph: { indent: { left: Math.round(textWidth / 2) }, spacing: { before: 320, after: 720 }, keepNext: true, keepLines: true },
  },
  { id: 'Signature', name: 'Signature', basedOn: 'Normal', paragraph: { keepNext: true, keepLines: true } },
  {
    id: 'CopyList',
    name: 'Copy List',
    basedOn: 'Normal',
    run: { size: 22 },
    paragraph: { indent: { left: 720, hanging: 720 }, leftTabStop: 720, keepLines: true },
  },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    run: { size: SIZE.small, color: INK },
    paragraph: { rightTabStop: textWidth },
  },
  {
    id: 'PageMarking',
    name: 'Page Marking',
    basedOn: 'Header',
    run: { bold: true },
    paragraph: { alignment: 'center', spacing: { after: 60 } },
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    run: { size: SIZE.small, color: INK },
    paragraph: { alignment: 'center' },
  },
];
