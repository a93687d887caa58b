import type { LetterContent } from '@/lib/letter/letter-content';
import { relatedAction } from '@/lib/request/actions/related-actions';
import { writeLetter } from '@/lib/word/write/write-letter';
import type { Build } from './export-letter';

export interface LetterToRender {
  readonly content: LetterContent;
  readonly build: Build;
}

/** The Word file of a content; runs in a thread of its own on a server, and directly on a command line. */
export function renderLetter({ content, build }: LetterToRender): Promise<Uint8Array> {
  return writeLetter(content, { kind: build, citeAction: (key) => relatedAction(key)?.citation ?? null });
}
