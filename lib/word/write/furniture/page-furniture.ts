import { Footer, Header, PageNumber, Paragraph, type ParagraphChild, SimpleField, TextRun } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import type { PageMarking } from '../../letter-build';
import { textRuns } from '../inline/text-runs';

/** The header of every page but the first: to whom the letter goes, and its date; above them what a confidential file says on every page. */
export function continuationHeader(furniture: LetterFurniture, marking?: PageMarking): Header {
  const agencies = furniture.addressees.map(agencyName).filter((name) => name !== '');
  const date = furniture.date === null ? '' : longDate(furniture.date);
  const first = new Paragraph({ style: 'Header', children: textRuns(`${agencies[0] ?? cleanLine(furniture.letterhead.firm)}\t${date}`) });
  const others = agencies.slice(1).map((name) => new Paragraph({ style: 'Header', children: textRuns(name) }));
  return new Header({ children: [...pageMarking(marking), first, ...others, new Paragraph({ style: 'Header' })] });
}

/** What stands above everything else on a page of a confidential file; nothing on any other. */
export function pageMarking(marking: PageMarking | undefined): Paragraph[] {
  return marking === undefined ? [] : [new Paragraph({ style: 'PageMarking', children: textRuns(cleanLine(marking.words)) })];
}

/** "Page 2 of 9", by fields; of a confidential file the page's identifier too. */
export function pageFooter(marking?: PageMarking): Footer {
  const runs = [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] }), new TextRun(' of ')];
  const pages = new Paragraph({ style: 'Footer', children: [...runs, new TextRun({ children: [PageNumber.TOTAL_PAGES] })] });
  return new Footer({ children: [pages, ...pageIdentifier(marking)] });
}

/** The first page carries the letterhead and no number; of a confidential file its identifier. */
export function firstFooter(marking?: PageMarking): Footer {
  return new Footer({ children: marking === undefined ? [new Paragraph({ style: 'Footer' })] : pageIdentifier(marking) });
}

/** "EXB-12": the page's number by a field, without leading zeros: LibreOffice draws none, and an identifier has to be the same in every program. */
function pageIdentifier(marking: PageMarking | undefined): Paragraph[] {
  if (marking === undefined) return [];
  const prefix: ParagraphChild[] = textRuns(cleanLine(marking.identifierPrefix));
  return [new Paragraph({ style: 'Footer', children: [...prefix, new SimpleField('PAGE', '1')] })];
}

/** The line of an address that names the agency; where none does, what the addressee is called. */
function agencyName(addressee: LetterFurniture['addressees'][number]): string {
  const line = addressee.lines.find(
    (candidate) =>
      /\b(commission|board|department|administration|corporation|agency|bureau)\b/i.test(candidate) && !/^secretary/i.test(candidate),
  );
  return cleanLine(line ?? addressee.agency);
}
