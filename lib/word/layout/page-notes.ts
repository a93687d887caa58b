import type { MeasuredParagraph } from './measure-blocks';

/** A footnote, or what of it stands on a later page: lines of its paragraphs. */
export interface NotePart {
  readonly paragraphs: readonly NoteParagraph[];
}

export type NoteParagraph = Pick<MeasuredParagraph, 'lines' | 'after'>;

/** The line above the notes with its distances. */
export const SEPARATOR = 104;

/** The notes at the foot of one page. */
export interface PageNotes {
  /** What they take, with the line above them; 0 where there are none. */
  readonly height: number;
  /** Distance that the next note keeps from the last one. */
  readonly gap: number;
  /** What goes on to the next page, in order. */
  readonly rest: readonly NotePart[];
}

/**
 * Whether there is room for a line of a note, without which the text that it belongs to does not stand on the page either. LibreOffice leaves
 * the distance to the note above out of account where a paragraph has one note only, which may then begin on the next page.
 */
export function noteStarts(notes: PageNotes, note: NotePart, room: number, onlyNote = false): boolean {
  const height = notes.height === 0 ? SEPARATOR : notes.height;
  const gap = onlyNote || notes.rest.length > 0 ? 0 : notes.gap;
  return height + gap + (note.paragraphs[0]?.lines[0]?.height ?? 0) <= room;
}

export const NO_NOTES: PageNotes = { height: 0, gap: 0, rest: [] };

/**
 * Notes with one more, in the room that the text above leaves for all of them. What does not fit goes on to the next page, and with it
 * every note after it.
 */
export function withNote(notes: PageNotes, note: NotePart, room: number): PageNotes {
  if (notes.rest.length > 0) return { ...notes, rest: [...notes.rest, note] };
  let height = notes.height === 0 ? SEPARATOR : notes.height;
  let gap = notes.gap;
  let placed = notes.height > 0;
  for (const [index, paragraph] of note.paragraphs.entries()) {
    const fitting = linesThatFit(paragraph, room - height - gap);
    const { lines } = paragraph;
    if (fitting > 0) {
      height += gap + lines.slice(0, fitting).reduce((total, line) => total + line.height, 0);
      placed = true;
      gap = 0;
    }
    if (fitting < lines.length) {
      const rest: NotePart = { paragraphs: [{ ...paragraph, lines: lines.slice(fitting) }, ...note.paragraphs.slice(index + 1)] };
      return { height: placed ? height : notes.height, gap, rest: [rest] };
    }
    gap = paragraph.after;
  }
  return { height, gap, rest: [] };
}

/** The notes of a new page: those that the page before had no room for. */
export function notesOfNextPage(notes: PageNotes, room: number): PageNotes {
  return notes.rest.reduce((page, note) => withNote(page, note, room), NO_NOTES);
}

/** Two lines at least begin a note where it has as many; a single line may end it on the next page. */
function linesThatFit({ lines }: NoteParagraph, room: number): number {
  let count = 0;
  let height = 0;
  for (const line of lines) {
    height += line.height;
    if (height > room) break;
    count += 1;
  }
  return count === 1 && lines.length > 1 ? 0 : count;
}

/** How many of a paragraph's lines may stand before a page's end where `count` of `all` have room: no single line is left on either side. */
export function withoutWidows(count: number, all: number, widowControl: boolean): number {
  if (count >= all || !widowControl) return Math.min(count, all);
  const kept = Math.min(count, all - 2);
  return kept < 2 ? 0 : kept;
}
