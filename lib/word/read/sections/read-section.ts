import { cleanLine } from '@/lib/core/clean-text';
import type { LetterSection } from '@/lib/letter/letter-content';
import { isOpening } from '@/lib/letter/numbering/number-letter';
import { placeRows } from '@/lib/letter/returned/place-rows';
import type { ReturnedSection } from '@/lib/letter/returned/returned-document';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { quotedLines } from '../../write/quoted-question';
import type { FileBlock, FileParagraph } from '../blocks/file-block';
import { rowsOfBlocks } from '../blocks/rows-of-blocks';
import { type CommentEdge, edgeOf, finishBody } from '../finish-body';
import { formerText, shownText } from '../inline/markers';
import type { Reading } from '../reading';
import { markExhibits } from './mark-exhibits';
import type { SectionPiece } from './section-piece';

/** A section of the file, with the places of comments in it. */
export interface ReadSection {
  readonly section: ReturnedSection;
  readonly edges: readonly CommentEdge[];
  /** what each text block says, by its id; the title by null */
  readonly texts: ReadonlyMap<string | null, string>;
}

/** Takes a section's blocks for its title, the quoted question, which is not the letter's to change, and its text. */
export function readSection(piece: SectionPiece, index: number, known: LetterSection | null, reading: Reading): ReadSection {
  const titleAt = titleIndex(piece, known);
  const title = piece.blocks[titleAt] as FileParagraph | undefined;
  const rest = piece.blocks.filter((_, place) => place !== titleAt);
  const answered = withoutQuestion(rest, known, reading);
  const body = piece.by === 'text' ? markExhibits(answered, reading) : answered;
  const content = placeRows(rowsOfBlocks(body, reading));
  const doc: ProseNode = { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  const finished = finishBody(doc, index + 1, reading.log);
  const shown = title ? titleWords(shownText(title.content), known) : '';
  const former = title ? titleWords(formerText(title.content), known) : '';
  return {
    section: {
      id: piece.sectionId,
      by: piece.by,
      title: shown,
      titleBefore: former === shown ? null : former,
      body: finished.body,
      objects: finished.objects,
    },
    edges: [...titleEdges(title), ...finished.edges],
    texts: new Map<string | null, string>([[null, shown], ...finished.texts]),
  };
}

/** The first paragraph in the style of a section's heading; else the one that says what the known heading says. */
function titleIndex({ blocks }: SectionPiece, known: LetterSection | null): number {
  if (known && isOpening(known)) return -1;
  const styled = blocks.findIndex((block) => block.kind === 'paragraph' && block.role.kind === 'title');
  const before = blocks
    .slice(0, Math.max(styled, 0))
    .some((block) => block.kind !== 'mark' && (block.kind === 'table' || hasContent({ type: 'doc', content: block.content })));
  if (styled >= 0 && !before) return styled;
  if (!known) return -1;
  const wanted = cleanLine(known.title);
  return blocks.findIndex((block) => block.kind === 'paragraph' && wanted !== '' && titleWords(shownText(block.content), known) === wanted);
}

/** An annex's title stands behind its number and a dash. */
export function titleWords(text: string, known: LetterSection | null): string {
  const line = cleanLine(text);
  const bare = line.replace(/^(annex [a-z]+\s*)?\u2013\s*/i, '');
  if (known?.kind === 'annex') return bare;
  return known && cleanLine(known.title) === line ? line : bare;
}

function titleEdges(title: FileParagraph | undefined): readonly CommentEdge[] {
  let offset = 0;
  return (title?.content ?? []).flatMap((node): readonly CommentEdge[] => {
    const edge = edgeOf(node);
    if (edge) return [{ ...edge, blockId: null, offset }];
    offset += shownText([node]).length;
    return [];
  });
}

/** The section's blocks without the question that it quotes: by style, and where styles are lost by its words. A question that was changed is told. */
function withoutQuestion(blocks: readonly FileBlock[], known: LetterSection | null, reading: Reading): readonly FileBlock[] {
  const asked = known?.question
    ? quotedLines(known.question, known).map(({ label, text }) => plain(label === '' ? text : `${label}. ${text}`))
    : [];
  const isAsked = (block: FileBlock) =>
    block.kind === 'paragraph' && (block.role.kind === 'question' || asked.includes(plain(shownText(block.content)) || ' '));
  let end = 0;
  let seen = 0;
  while (end < blocks.length) {
    const block = blocks[end] as FileBlock;
    const empty = block.kind === 'paragraph' && plain(shownText(block.content)) === '' && block.role.kind !== 'question';
    if (!isAsked(block) && block.kind !== 'mark' && !(empty && seen < asked.length)) break;
    if (isAsked(block)) seen += 1;
    end += 1;
  }
  const quoted = blocks.slice(0, end).flatMap((block) => (block.kind === 'paragraph' && isAsked(block) ? [block] : []));
  const said = quoted.map(({ content }) => plain(shownText(content))).filter((text) => text !== '');
  const changed = quoted.some(({ content, end: mark }) => mark !== null || shownText(content) !== formerText(content));
  const differs = known !== null && known.question !== null && said.join('\n') !== asked.filter((text) => text !== '').join('\n');
  if (quoted.length > 0 && (changed || differs)) {
    reading.log.notUnderstood(reading.file.main, 'a change in a quoted question, which stays as the request puts it', said.join(' '));
  }
  // marks among the question's lines stay: the first figure's may begin there
  return [...blocks.slice(0, end).filter(({ kind }) => kind === 'mark'), ...blocks.slice(end)];
}

function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
