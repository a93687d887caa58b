import { Document, type FileChild, Footer, Header, PageNumber, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { cleanLine, cleanText } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';
import type { LetterContent } from '@/lib/letter/letter-content';
import { CFTC_GROUNDS, type ConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { toCheck, toComplete } from '@/lib/letter/protection/page-marking-words';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import type { HouseStyle } from '../../letter-build';
import { openTemplate } from '../../template/open-template';
import { ruledTable } from '../blocks/ruled-table';
import { tableSpacer } from '../blocks/table-spacer';
import { documentBytes } from '../document-bytes';
import { letterClosing } from '../furniture/closing';
import { letterOpening } from '../furniture/opening';
import { textRuns } from '../inline/text-runs';
import { DEFAULT_PAGE, TEXT_WIDTH, textWidthOf } from '../page';
import { letterStyles } from '../styles/letter-styles';
import { HEADING_NUMBERINGS } from '../styles/numbering';
import { THEME } from '../styles/theme';
import type { ConfidentialPages } from './confidential-pages';
import { REQUEST_RULES, requestAddressee } from './request-facts';
import { type RequestedPart, requestedParts } from './requested-parts';

/** What a request for confidential treatment is headed with: 17 CFR 145.9(d), 17 CFR 200.83(c). */
const HEADING = 'FOIA Confidential Treatment Request';

/**
 * The request for confidential treatment to one agency as a Word file, for a person to complete: what is not given stands in bold brackets. The
 * request is public: it says where the parts are and what they are, and holds none of their words. `content` is the letter as that agency
 * gets it (contentForAgency), without what is privileged (withoutPrivileged), so that sections and notes have its numbers.
 */
export async function draftRequest(
  content: LetterContent,
  agency: AgencyKey,
  facts: ConfidentialRequest,
  { pages = null, template = null }: RequestLook = {},
): Promise<Uint8Array> {
  const title = `${HEADING}: ${REQUEST_RULES[agency].agencyName}`;
  const house = template === null ? undefined : openTemplate(template);
  const { width, height, ...margin } = house?.page ?? DEFAULT_PAGE;
  const textWidth = house === undefined ? TEXT_WIDTH : textWidthOf(house.page);
  const document = new Document({
    title,
    styles: letterStyles(textWidth),
    theme: THEME,
    numbering: { config: HEADING_NUMBERINGS },
    compatibility: { version: 15 },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width, height }, margin } },
        headers: {
          first: firstHeader(content, facts),
          default: new Header({ children: [new Paragraph({ style: 'PageMarking', children: textRuns(HEADING) })] }),
        },
        footers: { first: new Footer({ children: [new Paragraph({ style: 'Footer' })] }), default: pageNumbers() },
        children: blocks(content, agency, facts, pages, textWidth),
      },
    ],
  });
  return documentBytes(document, { title, language: content.language }, house).bytes;
}

/** What a request may know beside the letter. */
export interface RequestLook {
  /** of the confidential file; null where they are not known */
  readonly pages?: ConfidentialPages | null;
  /** the firm's template; null for the styles of our own */
  readonly template?: HouseStyle | null;
}

function firstHeader({ furniture }: LetterContent, facts: ConfidentialRequest): Header {
  return new Header({
    children: [
      new Paragraph({ style: 'PageMarking', children: textRuns(HEADING) }),
      new Paragraph({ style: 'LetterheadFirm', children: textRuns(cleanLine(facts.name || furniture.letterhead.firm)) }),
    ],
  });
}

function pageNumbers(): Footer {
  return new Footer({
    children: [new Paragraph({ style: 'Footer', children: [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] })] })],
  });
}

function blocks(
  content: LetterContent,
  agency: AgencyKey,
  facts: ConfidentialRequest,
  pages: ConfidentialPages | null,
  textWidth: number,
): FileChild[] {
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
        `${identifierWords(facts.identifierPrefix, pages)}. The parts for which treatment is requested stand in brackets ` +
        'in it. Nothing else in the Letter is covered by this request, and a version from which only these parts are taken out is submitted for the public file.',
    ),
    ...partsTable(parts, asked.ground, { prefix: facts.identifierPrefix, pages }, textWidth),
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

/** The identifiers of the file's pages, where they are known: the layout that tells them is ours, so that a person looks at the last. */
function identifierWords(prefix: string, pages: ConfidentialPages | null): string {
  if (pages === null) return prefix === '' ? '' : ` that begins with ${prefix}`;
  const [first, last] = [`${prefix}1`, `${prefix}${pages.count}`];
  const check = toCheck(`the last page of the confidential version is ${last}`);
  return pages.count === 1 ? `, ${first} ${check}` : `, from ${first} to ${last} ${check}`;
}

interface Identifiers {
  readonly prefix: string;
  readonly pages: ConfidentialPages | null;
}

/** On which pages a part stands: those of its section. */
function pageWords({ sectionId }: RequestedPart, { prefix, pages }: Identifiers): string {
  const own = pages?.sections.get(sectionId);
  if (own === undefined) return toComplete(prefix === '' ? 'page' : `page, ${prefix}…`);
  const { first, last } = own;
  return first === last ? `${prefix}${first} ${toCheck('page')}` : `${prefix}${first} to ${prefix}${last} ${toCheck('page of the part')}`;
}

/** Parts of the width of the text, in thousandths. */
const SHARES = [64, 380, 192, 182, 182];

function partsTable(parts: readonly RequestedPart[], ground: string, identifiers: Identifiers, textWidth: number): FileChild[] {
  if (parts.length === 0) return [text(toComplete('parts: nothing in the letter is marked as confidential'))];
  const widths = SHARES.map((share) => Math.round((share * textWidth) / 1000));
  const cell = (style: string) => (words: string, index: number) => ({
    width: widths[index] ?? 0,
    blocks: [new Paragraph({ style, alignment: 'left', children: runs(words) })],
  });
  return [
    ruledTable(
      [
        { kind: 'head', cells: ['No.', 'Where', 'What', 'Page identifier', 'Ground'].map(cell('TableHead')) },
        ...parts.map((part, index) => ({
          kind: 'body' as const,
          cells: [`${index + 1}`, part.where, part.what, pageWords(part, identifiers), ground || toComplete('ground')].map(
            cell('TableText'),
          ),
        })),
      ],
      widths,
    ),
    tableSpacer(),
  ];
}

function text(words: string): Paragraph {
  return new Paragraph({ style: 'BodyText', widowControl: true, children: runs(words) });
}

/** What is to be completed or looked at stands in bold. */
function runs(words: string): ParagraphChild[] {
  return cleanText(words)
    .split(/(\[(?:complete|check): [^\]]*\])/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => textRuns(piece, /^\[(?:complete|check): /.test(piece) ? { bold: true } : {}));
}
