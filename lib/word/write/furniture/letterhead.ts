import { Header, Paragraph } from 'docx';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import { cleanLine } from '../../clean-text';
import { textRuns } from '../inline/text-runs';
import { INK } from '../styles/typeface';

/** The first page's header: the firm, its lines below in one row, a rule under both. */
export function letterhead({ letterhead }: LetterFurniture): Header {
  const lines = letterhead.lines.map(cleanLine).filter((line) => line !== '');
  const rule = { bottom: { style: 'single', size: 8, color: INK, space: 6 } } as const;
  return new Header({
    children: [
      new Paragraph({ style: 'LetterheadFirm', children: textRuns(cleanLine(letterhead.firm)) }),
      new Paragraph({ style: 'LetterheadLine', border: rule, children: textRuns(lines.join('  \u00b7  ')) }),
    ],
  });
}
