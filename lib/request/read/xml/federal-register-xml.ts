import type { FileProblem } from '@/lib/core/file-problem';
import { commentsCloseIn, registerVolume, writtenDates } from '../dates';
import { agencyName, docketNumbers, documentNumberIn, plainDashes, rinsIn } from '../identifiers';
import { takeMarks } from '../inline-marks';
import type { RawBlock, RawDocument } from '../raw-document';
import { readWarning } from '../read-problem';
import { elementsOf, findElements, plainText, type XmlElement } from './xml-element';
import { footnotesOf, type InlineState, inlineText } from './xml-inline';

/** What the daily issue around a document says of it. */
export interface IssueFacts {
  readonly volume: number | null;
  readonly published: string | null;
  /** the printed page on which the document begins */
  readonly page: string | null;
}

const TYPES: Readonly<Record<string, string>> = { RULE: 'Rule', PRORULE: 'Proposed Rule', NOTICE: 'Notice' };
const PARAGRAPHS = new Set(['P', 'FP', 'PD', 'P-NMRG']);
/** Rule text, signatures and lists of subjects: nothing there asks the public. */
const NOT_TEXT = new Set([
  'PREAMB',
  'REGTEXT',
  'PART',
  'SUBPART',
  'SECTION',
  'AUTH',
  'AMDPAR',
  'LSTSUB',
  'SIG',
  'FRDOC',
  'BILCOD',
  'FTNT',
  'GPOTABLE',
  'GPH',
  'MATH',
  'CNTNTS',
]);
const PICTURED = new Set(['GPOTABLE', 'GPH', 'MATH']);

/** One document (RULE, PRORULE or NOTICE) of the Federal Register's XML. */
export function federalRegisterXml(element: XmlElement, issue: IssueFacts = { volume: null, published: null, page: null }): RawDocument {
  const preamble = elementsOf(element, 'PREAMB')[0] ?? element;
  const footnotes = footnotesOf(element);
  const state: InlineState = { page: firstPage(preamble) ?? issue.page, marks: new Set(footnotes.map(({ mark }) => mark)), leftOut: 0 };
  const firstPrinted = state.page;
  const lines = (name: string) => findElements(preamble, new Set([name])).map((found) => takeMarks(inlineText(found, state)).text);
  const labelled = (...names: string[]) =>
    findElements(preamble, new Set(names)).flatMap((found) =>
      findElements(found, PARAGRAPHS).map((paragraph) => takeMarks(inlineText(paragraph, state)).text),
    );
  const filing = findElements(element, new Set(['FRDOC']))
    .map(plainText)
    .join(' ');
  const datesText = labelled('EFFDATE', 'DATES').join(' ');
  const numbers = docketNumbers(lines('DEPDOC'));
  const warnings: FileProblem[] = [];
  const head = {
    title: lines('SUBJECT')[0] ?? '',
    type: TYPES[element.name] ?? null,
    action: labelled('ACT').join(' ').replace(/\.$/, '') || null,
    citation: citation(issue, firstPrinted, filing, warnings),
    documentNumber: documentNumberIn(filing),
    docketIds: numbers.docketIds,
    releases: numbers.releases,
    rins: rinsIn(lines('RIN')),
    cfrParts: [...new Set(lines('CFR').map(plainDashes))],
    dates: { published: issue.published, commentsClose: commentsCloseIn(datesText), text: datesText || null },
    agencies: [...new Set([...lines('AGENCY'), ...lines('SUBAGY')].map(agencyName))],
    summary: labelled('SUM'),
    addresses: labelled('ADD'),
    contacts: labelled('FURINF'),
  };
  const blocks: RawBlock[] = [];
  const bodies = elementsOf(element, 'SUPLINF');
  for (const body of bodies.length > 0 ? bodies : [element]) readBlocks(body, state, blocks);
  if (state.leftOut > 0) {
    warnings.push(
      readWarning('left-out', `${state.leftOut} table(s), picture(s) or formula(s) are not taken over; read them in the release.`),
    );
  }
  return { head, blocks, footnotes, warnings };
}

/** The page marker that comes before any text of the head, where there is one. */
function firstPage(preamble: XmlElement): string | null {
  const first = elementsOf(preamble)[0];
  return first?.name === 'PRTPAGE' ? (first.attributes.P ?? null) : null;
}

/**
 * A single document states no volume. Its first page and the year of its filing give the citation, except at the turn of
 * the year, where the year of publication is uncertain.
 */
function citation(issue: IssueFacts, page: string | null, filing: string, warnings: FileProblem[]): string | null {
  if (page === null || !/^\d+$/.test(page)) return null;
  if (issue.volume !== null) return `${issue.volume} FR ${page}`;
  const [, month, , year] = plainDashes(filing).match(/Filed (\d{1,2})-(\d{1,2})-(\d{2})\b/) ?? [];
  if (!month || !year || month === '12') return null;
  const derived = `${registerVolume(2000 + Number.parseInt(year, 10))} FR ${page}`;
  warnings.push(
    readWarning('citation-derived', 'The file does not state the volume; it follows from the year of filing. Check the citation.', {
      value: derived,
    }),
  );
  return derived;
}

function readBlocks(element: XmlElement, state: InlineState, blocks: RawBlock[]): void {
  for (const child of elementsOf(element)) {
    if (child.name === 'PRTPAGE') state.page = child.attributes.P ?? state.page;
    else if (PICTURED.has(child.name)) state.leftOut += 1;
    else if (NOT_TEXT.has(child.name)) continue;
    else if (child.name === 'HD') pushBlock(child, 'heading', headingLevel(child), state, blocks);
    else if (PARAGRAPHS.has(child.name)) pushBlock(child, 'paragraph', null, state, blocks);
    else readBlocks(child, state, blocks);
  }
}

function pushBlock(element: XmlElement, kind: RawBlock['kind'], level: number | null, state: InlineState, blocks: RawBlock[]): void {
  const page = state.page;
  const text = inlineText(element, state);
  if (text === '' || /^SUPPLEMENTARY INFORMATION:?$/i.test(text)) return;
  blocks.push({ kind, level, text, place: { line: element.line, page } });
}

function headingLevel(heading: XmlElement): number {
  const level = heading.attributes.SOURCE?.match(/^HD(\d)$/)?.[1];
  return level ? Number.parseInt(level, 10) : 1;
}

/** Volume and date as the head of a daily issue gives them. */
export function issueFacts(issue: XmlElement): Pick<IssueFacts, 'volume' | 'published'> {
  const text = (name: string) => elementsOf(issue, name).map(plainText).join(' ').trim();
  const volume = text('VOL').match(/\d+/)?.[0];
  return { volume: volume ? Number.parseInt(volume, 10) : null, published: writtenDates(text('DATE'))[0] ?? null };
}
