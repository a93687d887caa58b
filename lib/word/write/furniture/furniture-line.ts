import { type FileChild, type IParagraphOptions, Paragraph } from 'docx';
import { diffSequences } from '@/lib/letter/compare/diff-sequences';
import { trackWords } from '@/lib/letter/tracked/track-words';
import type { TrackedEnd, Tracker } from '@/lib/letter/tracked/tracked';
import { textRuns } from '../inline/text-runs';
import { writeInline } from '../inline/write-inline';
import { trackMark } from '../tracked/track-paragraph';
import { trackRuns } from '../tracked/track-runs';
import type { TrackingContext, WriteContext } from '../write-context';

/** A line of the letter's frame: an address, a Re: line, a name to sign. */
export interface FurnitureLine {
  readonly style: string;
  readonly text: string;
  readonly form?: Omit<IParagraphOptions, 'style' | 'children' | 'text' | 'run' | 'revision'>;
}

export function furnitureParagraph({ style, text, form }: FurnitureLine, context: TrackingContext | null = null): Paragraph {
  if (context === null) return new Paragraph({ style, ...form, children: textRuns(text) });
  return new Paragraph({ style, ...form, ...trackMark(null, context), children: [...trackRuns(textRuns(text), [], context)] });
}

/**
 * Lines as they are, with what makes them of the lines before marked: lines that came or went, and words within lines of one kind that stand in
 * one another's place.
 */
export function trackedLines(
  before: readonly FurnitureLine[],
  now: readonly FurnitureLine[],
  by: Tracker,
  context: WriteContext,
): readonly FileChild[] {
  const out: FileChild[] = [];
  const key = ({ style, text }: FurnitureLine) => `${style}\n${text}`;
  const whole = (line: FurnitureLine, kind: TrackedEnd['kind']) => furnitureParagraph(line, { ...context, whole: { kind, ...by } });
  let at = 0;
  for (const [from, to, nowFrom, nowTo] of diffSequences(before.map(key), now.map(key))) {
    out.push(...now.slice(at, nowFrom).map((line) => furnitureParagraph(line)));
    const [gone, come] = [before.slice(from, to), now.slice(nowFrom, nowTo)];
    const paired = gone.length === come.length && gone.every(({ style }, index) => style === come[index]?.style);
    if (paired) out.push(...come.map((line, index) => rewordedLine(gone[index] as FurnitureLine, line, by, context)));
    else out.push(...gone.map((line) => whole(line, 'deleted')), ...come.map((line) => whole(line, 'inserted')));
    at = nowTo;
  }
  return [...out, ...now.slice(at).map((line) => furnitureParagraph(line))];
}

function rewordedLine(was: FurnitureLine, { style, text, form }: FurnitureLine, by: Tracker, context: WriteContext): Paragraph {
  return new Paragraph({ style, ...form, children: writeInline(trackWords(was.text, text, by), context) });
}
