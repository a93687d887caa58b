import { agencyNamed } from '@/lib/request/agencies/agencies';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import type { LetterContent } from '../letter-content';

/**
 * The letter as one agency gets it: addressed to that agency, with the Re: lines that are its own or shared, and its part of the delivery
 * line. A line that names identifiers of both stays as it is. Addressees that are neither agency go; where nobody else is named, all stay.
 */
export function contentForAgency(content: LetterContent, agency: AgencyKey): LetterContent {
  const { furniture } = content;
  const own = furniture.addressees.filter(({ agency: name, lines }) => agencyNamed(`${name}\n${lines.join('\n')}`)?.key === agency);
  const other: AgencyKey = agency === 'CFTC' ? 'SEC' : 'CFTC';
  return {
    ...content,
    furniture: {
      ...furniture,
      addressees: own.length > 0 ? own : furniture.addressees,
      reLines: furniture.reLines.filter((line) => !isOnlyOf(other, line)),
      deliveryLine: deliveryFor(furniture.deliveryLine, other),
    },
  };
}

/**
 * The identifiers by which the agencies number their documents: SEC file numbers (S7-…, SR-…), releases (34-…, 33-…) and RINs of its prefix
 * 3235; CFTC RINs of its prefix 3038.
 */
const MARKS: Readonly<Record<AgencyKey, RegExp>> = {
  CFTC: /\b3038-[A-Z]{2}\d{2}\b/,
  SEC: /\bS7-\d{1,4}-\d{2,4}\b|\bSR-[A-Z]+-\d{4}-\d+\b|\b3[34]-\d{4,6}\b|\b3235-[A-Z]{2}\d{2}\b/,
};

function isOnlyOf(agency: AgencyKey, line: string): boolean {
  return MARKS[agency].test(line) && !MARKS[agency === 'CFTC' ? 'SEC' : 'CFTC'].test(line);
}

const CHANNELS: Readonly<Record<AgencyKey, RegExp>> = {
  CFTC: /\bcftc\b|commodity futures trading commission/i,
  SEC: /\bsec\b|securities and exchange commission|rule-comments@/i,
};

/** The parts of a delivery line, apart by semicolons or line ends, that are not for the other agency alone; the whole where none would be left. */
function deliveryFor(line: string, other: AgencyKey): string {
  const own: AgencyKey = other === 'CFTC' ? 'SEC' : 'CFTC';
  const parts = line.split(/\s*(?:;|\n)\s*/).filter((part) => part.trim() !== '');
  const left = parts.filter((part) => !CHANNELS[other].test(part) || CHANNELS[own].test(part));
  return left.length === parts.length || left.length === 0 ? line : left.join('; ');
}
