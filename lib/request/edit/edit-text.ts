import { failure, success } from '@/lib/core/result';
import { rawText, tidy } from '../read/inline-marks';
import type { QuestionPart } from '../request-document';
import type { EditResult } from './draft-outline';

const LIMITS = { heading: 500, text: 20_000, label: 8, parts: 40 } as const;

export function editedHeading(text: string): EditResult<string> {
  const heading = tidy(rawText(text));
  if (heading === '') return failure('A section needs a heading.');
  return heading.length > LIMITS.heading ? failure(`A heading has at most ${LIMITS.heading} characters.`) : success(heading);
}

export function editedLevel(level: number): EditResult<number> {
  return Number.isInteger(level) && level >= 1 && level <= 6 ? success(level) : failure('A heading has a level from 1 to 6.');
}

/** A question's number as printed: letters, digits and full stops; empty means unnumbered. */
export function editedNumber(number: string | null): EditResult<string | null> {
  const text = (number ?? '').trim();
  if (text === '') return success(null);
  return /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/.test(text) && text.length <= 12
    ? success(text)
    : failure('A question’s number has letters, digits and full stops, e.g. 4 or II.B.1.');
}

export function editedText(text: string): EditResult<string> {
  const bare = tidy(rawText(text));
  if (bare === '') return failure('A question needs a text.');
  return bare.length > LIMITS.text ? failure(`A question has at most ${LIMITS.text} characters.`) : success(bare);
}

export function editedParts(parts: readonly QuestionPart[]): EditResult<QuestionPart[]> {
  if (parts.length > LIMITS.parts) return failure(`A question has at most ${LIMITS.parts} parts.`);
  const edited: QuestionPart[] = [];
  for (const part of parts) {
    const label = tidy(rawText(part.label));
    if (label === '' || label.length > LIMITS.label) return failure(`The label of a part has 1 to ${LIMITS.label} characters, e.g. a.`);
    const text = editedText(part.text);
    if (!text.ok) return failure(`Part ${label} needs a text.`);
    edited.push({ label, text: text.value });
  }
  return success(edited);
}
