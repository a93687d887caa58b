import type { LetterContent } from '@/lib/letter/letter-content';
import { writeLetter } from '@/lib/word/write/write-letter';

/** The letter as the file that is handed in. The letter of the benchmark cites no action of the agencies. */
export function writeClean(letter: LetterContent): Promise<Uint8Array> {
  return writeLetter(letter, { kind: 'clean', citeAction: () => null });
}
