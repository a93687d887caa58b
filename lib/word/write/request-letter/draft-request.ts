import { Document, type FileChild, Footer, Header, PageNumber, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { cleanLine, cleanText } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';
import type { LetterContent } from '@/lib/letter/letter-content';
import { CFTC_GROUNDS, type ConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { toComplete } from '@/lib/letter/protection/page-marking-words';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import { ruledTable } from '../blocks/ruled-table';
import { tableSpacer } from '../blocks/table-spacer';
import { documentBytes } from '../document-bytes';
import { letterClosing } from '../furniture/closing';
import { letterOpening } from '../furniture/opening';
import { textRuns } from '../inline/text-runs';
import { PAGE } from '../page';
import { LETTER_STYLES } from '../styles/letter-styles';
import { HEADING_NUMBERINGS } from '../styles/numbering';
import { THEME } from '../styles/theme';
import { REQUEST_RULES, requestAddressee } from './request-facts';
import { type RequestedPart, requestedParts } from './requested-parts';

/** What a request for confidential treatment is headed with: 17 CFR 145.9(d), 17 CFR 200.83(c). */
const HEADING = 'FOIA Confidential Treatment Request';

/**
 * The request for confidential treatment to one agency as a Word file, for a person to complete: what is not given stands in bold brackets. The
 * request is public: it says where the parts are and what they are, and holds none of their words. `content` is the letter as that agency
 * gets it (contentForAgency), without what is privileged (withoutPrivileged), so that sections and notes have its numbers.
 */
export async function draftRequest(content: LetterContent, agency: AgencyKey, facts: ConfidentialRequest): Promise<Uint8Array> {
  const title = `${HEADING}: ${REQUEST_RULES[agency].agencyName}`;
  const margins = { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin };
  const document = new Document({
    title,
    styles: LETTER_STYLES,
    theme: THEME,
    numbering: { config: HEADING_NUMBERINGS },
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: PAGE, margin: { ...margins, header: PAGE.headerDistance, footer: PAGE.footerDistance } },
        },
        headers: {
          first: firstHeader(content, facts),
          default: new Header({ children: [new Paragraph({ style: 'Header', children: textRuns(HEADING) })] }),
        },
        footers: { first: new Footer({ children: [new Paragraph({ style: 'Footer' })] }), default: pages() },
        children: blocks(content, agency, facts),
      },
    ],
  });
  return documentBytes(document, { title, language: content.language });
}

function firstHeader({ furniture }: LetterContent, facts: ConfidentialRequest): Header {
  return new Header({
    children: [
      new Paragraph({ style: 'PageMarking', children: textRuns(HEADING) }),
      new Paragraph({ style: 'LetterheadFirm', children: textRuns(cleanLine(facts.name || furniture.letterhead.firm)) }),
    ],
  });
}

function pages(): Footer {
  return new Footer({
    children: [new Paragraph({ style: 'Footer', children: [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] })] })],
  });
}

function blocks(content: LetterContent, agency: AgencyKey, facts: ConfidentialRequest): FileChild[] {
  const { furniture } = content;
  const rule = REQUEST_RULES[agency];
  const asked = agency === 'CFTC' ? facts.cftc : facts.sec;
  const name = facts.name || cleanLine(furniture.letterhead.firm) || toComplete('name of the submitter');
  const date = furniture.date === null ? toComplete('date of the letter') : longDate(furniture.date);
  const parts = requestedParts(content);
  const ground = groundWords(agency, asked.ground);
  const reLine = `Request for confidential treatment under ${rule.citation} of parts of the comment letter of ${name} of ${date}`;
  return [
    ...letterOpening({
      ...furniture,
      deliveryLine: '',
      addressees: [{ agency: rule.agencyName, lines: requestAddressee(agency, asked.recipient) }],
      reLines: [reLine, ...furniture.reLines],
      salutation: 'Ladies and Gentlemen:',
    }),
    text(
      `${name} has submitted to the ${agency === 'CFTC' ? 'Commodity Futures Trading Commission' : 'Securities and Exchange Commission'} a comment letter dated ` +
        `${date} (the “Letter”). Under ${rule.citation}, ${name} requests that the parts of the Letter that are listed below be given confidential ` +
        `treatment under the ${rule.grounds}.`,
    ),
    text(
      `Each page of the confidential version of the Letter is marked “Confidential Treatment Requested by ${name}” and carries an identifier` +
        `${facts.identifierPrefix === '' ? '' : ` that begins with ${facts.identifierPrefix}`}. The parts for which treatment is requested stand in brackets ` +
        'in it. Nothing else in the Letter is covered by this request, and a version from which only these parts are taken out is submitted for the public file.',
    ),
    ...partsTable(parts, asked.ground, facts.identifierPrefix),
    text(`Ground. ${ground}.`),
    text(`Period. Confidential treatment is requested for ${asked.period || toComplete('period for which treatment is requested')}.`),
    text(
      `Reasons. ${asked.reasons || toComplete('why the ground is met for each part; this request is public, so no confidential words belong here')}`,
    ),
    text('This request holds none of the information for which confidential treatment is requested, and may itself be made public.'),
    text(
      `Please address notices about this request to: ${name}, ${facts.address.filter((line) => line !== '').join(', ') || toComplete('address')}, ` +
        `telephone ${facts.telephone || toComplete('telephone number')}.`,
    ),
    ...letterClosing({ ...furniture, cc: rule.copies(asked.recipient) }),
  ];
}

function groundWords(agency: AgencyKey, ground: string): string {
  if (ground === '') return toComplete(agency === 'CFTC' ? 'ground, 17 CFR 145.9(d)(1)(i) to (vi)' : 'exemption of 5 U.S.C. 552(b)');
  const known = agency === 'CFTC' ? CFTC_GROUNDS.find(({ key }) => key === ground) : undefined;
  if (!known) return ground;
  return `17 CFR 145.9${known.key}${known.words === null ? '' : `: ${known.words}`}`;
}

const WIDTHS = [600, 3560, 1800, 1700, 1700];

function partsTable(parts: readonly RequestedPart[], ground: string, prefix: string): FileChild[] {
  if (parts.length === 0) return [text(toComplete('parts: nothing in the letter is marked as confidential'))];
  const cell = (style: string) => (words: string, index: number) => ({
    width: WIDTHS[index] ?? 0,
    blocks: [new Paragraph({ style, alignment: 'left', children: runs(words) })],
  });
  const page = toComplete(prefix === '' ? 'page' : `page, ${prefix}…`);
  return [
    ruledTable(
      [
        { kind: 'head', cells: ['No.', 'Where', 'What', 'Page identifier', 'Ground'].map(cell('TableHead')) },
        ...parts.map(({ where, what }, index) => ({
          kind: 'body' as const,
          cells: [`${index + 1}`, where, what, page, ground || toComplete('ground')].map(cell('TableText')),
        })),
      ],
      WIDTHS,
    ),
    tableSpacer(),
  ];
}

function text(words: string): Paragraph {
  return new Paragraph({ style: 'BodyText', widowControl: true, children: runs(words) });
}

/** What is to be completed stands in bold. */
function runs(words: string): ParagraphChild[] {
  return cleanText(words)
    .split(/(\[complete: [^\]]*\])/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => textRuns(piece, piece.startsWith('[complete: ') ? { bold: true } : {}));
}
