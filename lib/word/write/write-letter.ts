import { Document, type FileChild } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import type { LetterContent } from '@/lib/letter/letter-content';
import { isOpening, numberLetter, readingOrder } from '@/lib/letter/numbering/number-letter';
import { bracketConfidential } from '@/lib/letter/protection/bracket-confidential';
import { contentBeside, countedContent, isTrackedContent, type TrackedSection } from '@/lib/letter/tracked/tracked-content';
import { versionBookmark } from '../figure-tag';
import type { LetterBuild } from '../letter-build';
import { GENERATED } from '../object-names';
import { openTemplate } from '../template/open-template';
import { figuresAnnex } from './annex/figures-annex';
import { placeThreads } from './comments/place-threads';
import { contentsTable } from './contents-table';
import { documentBytes, type PagedBytes } from './document-bytes';
import { exhibitsTable } from './exhibits-table';
import { setFootnoteSeparators } from './footnote-separators';
import { letterClosing, trackedClosing } from './furniture/closing';
import { trackedLines } from './furniture/furniture-line';
import { letterhead } from './furniture/letterhead';
import { letterOpening, openingLines } from './furniture/opening';
import { continuationHeader, firstFooter, pageFooter } from './furniture/page-furniture';
import { letterSection } from './letter-section';
import { DEFAULT_PAGE, type PageSetup, textWidthOf } from './page';
import { referredBeside, referredIn } from './referred';
import { letterStyles } from './styles/letter-styles';
import { HEADING_NUMBERINGS } from './styles/numbering';
import { THEME } from './styles/theme';
import { Counter, type WriteContext } from './write-context';
import { bookmarkEnd, bookmarkStart } from './xml-element';

/** The letter as a Word file. The same content and build give the same bytes. Figures without a value are marked in the text, in brackets. */
export async function writeLetter(given: LetterContent, build: LetterBuild): Promise<Uint8Array> {
  return writePagedLetter(given, build).bytes;
}

/** The letter as writeLetter writes it, with the pages that its contents name. */
export function writePagedLetter(given: LetterContent, build: LetterBuild): PagedBytes {
  const threads = build.kind === 'review' ? (build.threads ?? []) : [];
  const placed = threads.length > 0 ? placeThreads(given, threads) : null;
  const content = build.kind === 'confidential' ? bracketConfidential(given) : (placed?.content ?? given);
  const template = build.template === undefined ? undefined : openTemplate(build.template);
  const page = template?.page ?? DEFAULT_PAGE;
  const textWidth = textWidthOf(page);
  const tracks = build.kind === 'redline' || build.kind === 'review';
  const counted = tracks ? countedContent(given) : content;
  const numbers = numberLetter(counted);
  const beside = tracks ? contentBeside(given) : null;
  const numbersBeside = beside && numberLetter(beside);
  const context: WriteContext = {
    textWidth,
    figures: content.figures,
    numbers,
    referred: referredBeside(
      referredIn(counted, numbers),
      beside && numbersBeside ? referredIn(beside, numbersBeside) : null,
      isTrackedContent(content),
    ),
    citeAction: build.citeAction,
    ids: new Counter(FIRST_ID),
    lists: new Counter(),
    figureOrdinals: new Counter(),
    whole: null,
    ...(isTrackedContent(content) ? { tracker: content.tracker } : {}),
    ...(numbersBeside ? { numbersBefore: isTrackedContent(content) ? numbersBeside : numbers } : {}),
    ...(placed ? { threads: placed } : {}),
  };
  const title = cleanLine(content.title);
  const document = new Document({
    title,
    styles: letterStyles(textWidth),
    theme: THEME,
    numbering: { config: HEADING_NUMBERINGS },
    compatibility: { version: 15 },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: page.width, height: page.height }, margin: marginsOf(page) } },
        headers: { first: letterhead(content.furniture, build.marking), default: continuationHeader(content.furniture, build.marking) },
        footers: { first: firstFooter(build.marking), default: pageFooter(build.marking) },
        children: letterBlocks(content, counted, context, build.versionHash),
      },
    ],
  });
  setFootnoteSeparators(document);
  return documentBytes(document, { title, language: content.language }, template, threads);
}

/** Ids of our own bookmarks and controls start above those that the library gives to headings, which it counts through a whole process. */
const FIRST_ID = 1_000_000_001;

function marginsOf({ top, right, bottom, left, header, footer }: PageSetup) {
  return { top, right, bottom, left, header, footer };
}

function letterBlocks(content: LetterContent, counted: LetterContent, context: WriteContext, versionHash: string | undefined): FileChild[] {
  const sections: readonly TrackedSection[] = readingOrder(content.sections);
  const firstLines = isTrackedContent(content)
    ? trackedLines(openingLines(content.before.furniture), openingLines(content.furniture), content.tracker, context)
    : letterOpening(content.furniture);
  const opening = sections.filter(isOpening);
  const body = sections.filter((section) => !isOpening(section) && section.kind !== 'annex');
  const annexes = sections.filter((section) => section.kind === 'annex');
  const write = (own: typeof sections) => own.flatMap((section) => letterSection(section, context));
  const contents = [
    ...contentsTable(body.length + annexes.length + context.numbers.headings.length),
    ...exhibitsTable(context.numbers, context),
  ];
  return [
    ...within(versionHash === undefined ? null : versionBookmark(versionHash), firstLines, context),
    ...write(opening),
    ...within(GENERATED.contents, contents, context),
    ...write(body),
    ...(isTrackedContent(content)
      ? trackedClosing(content.before.furniture, content.furniture, content.tracker, context)
      : letterClosing(content.furniture, context)),
    ...write(annexes),
    ...within(GENERATED.figures, figuresAnnex(content, counted, context), context),
  ];
}

/** Blocks within a bookmark, by which a returned file is read. */
function within(name: string | null, blocks: readonly FileChild[], context: WriteContext): readonly FileChild[] {
  if (name === null || blocks.length === 0) return blocks;
  const id = context.ids.next();
  return [bookmarkStart(id, name), ...blocks, bookmarkEnd(id)];
}
