import type { QuestionPart } from '../request-document';

export interface TextWithParts {
  readonly text: string;
  readonly parts: readonly QuestionPart[];
}

/** A letter or number in brackets, or a letter with a full stop after a sentence's end. */
const INLINE = /(^|\s)(?:\(([a-z]|\d{1,2})\)\s|(?<=[.?!:;]["”’)]*\s)([a-z])\.\s(?=["“]?[A-Z]))/g;
/** "paragraph (a)", "section (1)": a reference, not a part. */
const REFERENCE = /\b(?:paragraphs?|sections?|subsections?|clauses?|items?|rules?|parts?|under|in|of|with|to)$/i;

/** The parts that a question lists in its own sentence: "… (a) for dealers, and (b) for customers?" A single letter is none. */
export function splitParts(text: string): TextWithParts {
  const markers: { at: number; end: number; label: string; style: string }[] = [];
  for (const match of text.matchAll(INLINE)) {
    const [whole, before = '', bracketed, dotted] = match;
    const at = match.index + before.length;
    const label = bracketed ?? dotted ?? '';
    const style = `${dotted ? '.' : '()'}${/\d/.test(label) ? '1' : 'a'}`;
    if (REFERENCE.test(text.slice(0, at).trimEnd())) continue;
    const last = markers.at(-1);
    const wanted = last ? successor(last.label) : /\d/.test(label) ? '1' : 'a';
    if (label === wanted && (last === undefined || last.style === style))
      markers.push({ at, end: match.index + whole.length, label, style });
  }
  if (markers.length < 2) return { text, parts: [] };
  return {
    text: text.slice(0, markers[0]?.at ?? 0).trim(),
    parts: markers.map(({ end, label }, index) => ({ label, text: text.slice(end, markers[index + 1]?.at ?? text.length).trim() })),
  };
}

function successor(label: string): string {
  return /\d/.test(label) ? String(Number.parseInt(label, 10) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
}
