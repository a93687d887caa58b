import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { longDate } from '@/lib/core/long-date';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import { cleanLine } from '../../clean-text';
import { textRuns } from '../inline/text-runs';

/** The header of every page but the first: to whom the letter goes, and its date. */
export function continuationHeader(furniture: LetterFurniture): Header {
  const agencies = furniture.addressees.map(agencyName).filter((name) => name !== '');
  const date = furniture.date === null ? '' : longDate(furniture.date);
  const first = new Paragraph({ style: 'Header', children: textRuns(`${agencies[0] ?? cleanLine(furniture.letterhead.firm)}\t${date}`) });
  const others = agencies.slice(1).map((name) => new Paragraph({ style: 'Header', children: textRuns(name) }));
  return new Header({ children: [first, ...others, new Paragraph({ style: 'Header' })] });
}

/** "Page 2 of 9", by fields. */
export function pageFooter(): Footer {
  const runs = [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] }), new TextRun(' of ')];
  return new Footer({
    children: [new Paragraph({ style: 'Footer', children: [...runs, new TextRun({ children: [PageNumber.TOTAL_PAGES] })] })],
  });
}

/** The first page carries the letterhead and no number. */
export function firstFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: 'Footer' })] });
}

/** The line of an address that names the agency; where none does, what the addressee is called. */
function agencyName(addressee: LetterFurniture['addressees'][number]): string {
  const line = addressee.lines.find(
    (candidate) =>
      /\b(commission|board|department|administration|corporation|agency|bureau)\b/i.test(candidate) && !/^secretary/i.test(candidate),
  );
  return cleanLine(line ?? addressee.agency);
}
