import type { RequestFootnote } from '../../request-document';
import { footnoteMark, rawText, tidy } from '../inline-marks';
import type { RawBlock } from '../raw-document';
import { type TextLine, textLines } from './text-lines';

export interface TextContent {
  readonly blocks: RawBlock[];
  readonly footnotes: RequestFootnote[];
}

interface Chunk {
  readonly line: number;
  readonly page: string | null;
  readonly indent: number;
  /** a page or a block of footnotes ended just before it */
  readonly afterBreak: boolean;
  readonly lines: string[];
}

const FOOTNOTE = /^\\([^\\]{1,5})\\\s*/;
/** "SUMMARY:" and the like */
const LABEL = /^[A-Z][A-Z ]+:(?:\s|$)/;
const HEADING_LENGTH = 240;
/** A capital or a number of its own: a text that goes on in the middle begins otherwise. */
const HEADING_START = /^["“(]?(?:[A-Z]|\d{1,2}[.)]\s|[a-z]{1,4}[.)]\s)/;
/** A full stop that ends no sentence. */
const ABBREVIATED = /\b(?:Secs?|Nos?|U\.S|Inc|Corp|Fed|Reg|Mr|Ms|Dr|vs?|e\.g|i\.e|cf|[A-Z])\.$/;
/** A line so far to the right is centred, not indented. */
const CENTRED = 8;

/** Headings, paragraphs and footnotes of a plain text in GPO's layout: paragraphs indented by four, headings flush or centred. */
export function textBlocks(text: string, lineOffset: number): TextContent {
  const lines = textLines(rawText(text), lineOffset);
  const { body, notes } = separateFootnotes(lines);
  const footnotes = readFootnotes(notes);
  const marks = new Set(footnotes.map(({ mark }) => mark));
  const chunks = chunksOf(body);
  const indented = chunks.filter((chunk) => chunk.indent >= 2 && chunk.indent < CENTRED).length >= 3;
  const blocks: RawBlock[] = [];
  for (const chunk of chunks) {
    const joined = inline(joinLines(chunk.lines), marks);
    const last = blocks.at(-1);
    const heading = isHeading(chunk, joined, indented);
    if (last?.kind === 'paragraph' && goesOn(chunk, joined, last.text, heading)) {
      blocks[blocks.length - 1] = { ...last, text: typography(joinLines([last.text, joined])) };
    } else {
      blocks.push({ kind: heading ? 'heading' : 'paragraph', level: null, text: joined, place: { line: chunk.line, page: chunk.page } });
    }
  }
  return { blocks, footnotes };
}

/** Footnotes stand between two rules, each beginning with its mark between backslashes. */
function separateFootnotes(lines: readonly TextLine[]): { body: TextLine[]; notes: TextLine[] } {
  const body: TextLine[] = [];
  const notes: TextLine[] = [];
  let inNotes = false;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'rule') {
      (inNotes ? notes : body).push(line);
      continue;
    }
    const opens: boolean = !inNotes && opensFootnotes(lines.slice(index + 1, index + 4));
    // around footnotes a paragraph may go on; any other rule only ends one
    body.push(inNotes || opens ? line : { kind: 'blank', line: line.line });
    inNotes = opens;
  }
  return { body, notes };
}

function opensFootnotes(next: readonly TextLine[]): boolean {
  const first = next.find((line) => line.kind === 'text');
  return first !== undefined && FOOTNOTE.test(first.text);
}

function readFootnotes(lines: readonly TextLine[]): RequestFootnote[] {
  const notes: { mark: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    const mark = line.text.match(FOOTNOTE)?.[1];
    if (mark) notes.push({ mark, lines: [line.text.replace(FOOTNOTE, '')] });
    else notes.at(-1)?.lines.push(line.text);
  }
  return notes.map(({ mark, lines: text }) => ({ mark, text: tidy(typography(joinLines(text))) }));
}

function chunksOf(lines: readonly TextLine[]): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  let page: string | null = null;
  let afterBreak = false;
  for (const line of lines) {
    if (line.kind === 'page' || line.kind === 'rule') {
      if (line.kind === 'page') page = line.page;
      afterBreak = true;
      open = null;
    } else if (line.kind === 'blank') {
      open = null;
    } else if (open && !/^\[FR Doc/.test(line.text) && (line.indent < 2 || (open.indent >= CENTRED && line.indent >= CENTRED))) {
      open.lines.push(line.text);
    } else {
      open = { line: line.line, page, indent: line.indent, afterBreak, lines: [line.text] };
      afterBreak = false;
      chunks.push(open);
    }
  }
  return chunks;
}

function isHeading(chunk: Chunk, text: string, indentedStyle: boolean): boolean {
  if (text.length > HEADING_LENGTH || /^(?:•|<bullet>)/.test(text)) return false;
  if (LABEL.test(text) || !HEADING_START.test(text)) return false;
  if (chunk.indent >= CENTRED) return !/[.;,]$/.test(text);
  if (chunk.indent >= 2) return false;
  if (indentedStyle) return !/[.;,:]$/.test(text) || /^(?:[IVXLC]+|[A-Z])\.\s[^.]+$/.test(text);
  return chunk.lines.length <= 3 && /^[A-Z0-9(]/.test(text) && !/[.?!;,:]$/.test(text);
}

/** A flush text after a page marker or a block of footnotes goes on with the paragraph before, unless it is a heading. */
function goesOn(chunk: Chunk, text: string, before: string, heading: boolean): boolean {
  if (!chunk.afterBreak || chunk.indent >= 2 || LABEL.test(text) || before.startsWith('[')) return false;
  return !heading || !isFinished(before);
}

function isFinished(text: string): boolean {
  if (ABBREVIATED.test(text.slice(-12))) return false;
  return /[.?!:;]["”’)\]]*(?:\uE000[^\uE001]*\uE001)*$/.test(text);
}

/** Lines as one: words divided at a hyphen that belongs to them are joined without a space, so are dashes. */
function joinLines(lines: readonly string[]): string {
  const pieces: string[] = [];
  for (const line of lines) {
    const end = pieces.at(-1)?.slice(-2) ?? '';
    if (pieces.length > 0 && !/[A-Za-z0-9]-$|--$|—$|\/$/.test(end)) pieces.push(' ');
    pieces.push(line);
  }
  return pieces.join('');
}

function inline(text: string, marks: ReadonlySet<string>): string {
  const marked = text.replace(/\\([^\\\s]{1,5})\\/g, (whole, mark: string) =>
    marks.has(mark) || /^\d{1,4}$/.test(mark) ? footnoteMark(mark) : whole,
  );
  return tidy(typography(marked));
}

/** The signs that GPO's text files write with what a typewriter has. */
function typography(text: string): string {
  return text
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(?<!-)--(?!-)/g, '—')
    .replaceAll('<bullet>', '• ')
    .replace(/\bSec\. {1,2}(?=\d)/g, '§ ')
    .replace(/\bSecs\. {1,2}(?=\d)/g, '§§ ');
}
