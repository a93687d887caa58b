import { Header, Paragraph } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import type { PageMarking } from '../../letter-build';
import { textRuns } from '../inline/text-runs';
import { INK } from '../styles/typeface';
import { pageMarking } from './page-furniture';

/** The first page's header: the firm, its lines below in one row, a rule under both; above them what a confidential file says on every page. */
export function letterhead({ letterhead }: LetterFurniture, marking?: PageMarking): Header {
  const lines = letterhead.lines.map(cleanLine).filter((line) => line !== '');
  const rule = { bottom: { style: 'single', size: 8, color: INK, space: 6 } } as const;
  return new Header({
    children: [
      ...pageMarking(marking),
      new Paragraph({ style: 'LetterheadFirm', children: textRuns(cleanLine(letterhead.firm)) }),
      new Paragraph({ style: 'LetterheadLine', border: rule, children: textRuns(lines.join('  \u00b7  ')) }),
    ],
  });
}
