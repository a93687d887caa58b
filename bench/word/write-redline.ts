import type { LetterContent } from '@/lib/letter/letter-content';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { writeLetter } from '@/lib/word/write/write-letter';

/** The redline of two versions of a letter, as an export writes it. */
export function writeRedline(before: LetterContent, after: LetterContent): Promise<Uint8Array> {
  const tracked = trackLetter(before, after, { author: 'Redline', at: '2026-11-22T12:00:00.000Z' });
  return writeLetter(tracked, { kind: 'redline', citeAction: () => null });
}
