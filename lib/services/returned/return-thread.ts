import { AppError } from '@/lib/core/errors';
import type { LetterContent } from '@/lib/letter/letter-content';
import { UNCOUNTED_PAGE } from '@/lib/letter/references/resolve-reference';
import { compareReturned, type ReturnKnowledge } from '@/lib/letter/returned/compare-returned';
import { contentAsSent } from '@/lib/letter/returned/content-as-sent';
import type { ReturnReport } from '@/lib/letter/returned/return-report';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { type Verification, verifyReturned } from '@/lib/letter/returned/verify-returned';
import { wordsOfObject } from '@/lib/letter/returned/words-of-object';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { relatedAction } from '@/lib/request/actions/related-actions';
import { readWord } from '@/lib/word/read/read-word';
import { WORD_FILE_CODES } from '@/lib/word/read/word-file-problem';
import { writeLetter } from '@/lib/word/write/write-letter';

export interface CompareInThread {
  readonly bytes: Uint8Array;
  readonly snapshot: LetterContent;
  readonly now: LetterContent;
  readonly knowledge: Pick<ReturnKnowledge, 'ownAuthors' | 'suggestions' | 'threads'>;
}

export interface VerifyInThread {
  readonly bytes: Uint8Array;
  readonly snapshot: LetterContent;
  readonly published: LetterContent['figures'];
  readonly ownAuthors: readonly string[];
}

/** Reads a Word file, of whatever letter it may be. Throws UNREADABLE_FILE or TOO_LARGE with the reason. Runs in a thread of its own on a server. */
export function readReturn({ bytes }: { readonly bytes: Uint8Array }): ReturnedDocument {
  return readAs(bytes, null);
}

/** Reads a Word file of a known version and says what came back. */
export async function compareReturn({ bytes, snapshot, now, knowledge }: CompareInThread): Promise<ReturnReport> {
  const written = contentAsSent(snapshot, readAs(bytes, snapshot));
  return compareReturned(snapshot, readAs(bytes, written), now, { ...knowledge, written, ...(await asItWasSent(written, now)) });
}

/** Reads a Word file of a known version and says what differs from it. */
export async function verifyReturn({ bytes, snapshot, published, ownAuthors }: VerifyInThread): Promise<Verification> {
  // what a build left out was not filed with it
  const written = contentAsSent(snapshot, readAs(bytes, snapshot));
  return verifyReturned(written, readAs(bytes, written), published, { ownAuthors, ...(await asItWasSent(written, written)) });
}

/**
 * The version as a file of it says it: the lines outside of its sections, and the words of figures, citations and cross-references, which follow
 * from their order. Written and read again, because nothing else says exactly what a file holds.
 */
async function asItWasSent(snapshot: LetterContent, now: LetterContent): Promise<Pick<ReturnKnowledge, 'furniture' | 'shown'>> {
  const bytes = await writeLetter(snapshot, { kind: 'clean', citeAction: (key) => relatedAction(key)?.citation ?? null });
  const { furniture, sections } = readAs(bytes, snapshot);
  const words = new Map(sections.flatMap(({ objects }) => Object.entries(objects).map(([name, { shown }]) => [name, shown] as const)));
  /** what a file counts, such as pages, is not in the letter alone */
  const inFile = (node: ProseNode) => words.get(String(node.attrs?.nodeId)) ?? null;
  const [sent, present] = [wordsOfObject(snapshot), wordsOfObject(now)];
  const isCounted = (text: string | null) => text?.includes(UNCOUNTED_PAGE) === true;
  return {
    furniture,
    shown: {
      sent: (node) => (isFigure(node) ? sent(node) : null) ?? inFile(node) ?? sent(node),
      now: (node) => {
        const text = present(node);
        return text === null || isCounted(text) ? (inFile(node) ?? text) : text;
      },
    },
  };
}

function isFigure({ type }: ProseNode): boolean {
  return type.startsWith('figure');
}

function readAs(bytes: Uint8Array, known: LetterContent | null): ReturnedDocument {
  const read = readWord(bytes, known);
  if (read.ok) return read.value;
  const [problem] = read.failures;
  if (!problem) throw new AppError('UNREADABLE_FILE', 'The file could not be read.');
  const { code, message, part, line, column } = problem;
  throw new AppError(WORD_FILE_CODES[code], message, { part, line, column });
}
