import { alignByText } from '@/lib/letter/compare/align-by-text';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { LetterContent } from '@/lib/letter/letter-content';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import type { ReturnedDocument, ReturnedSection } from '@/lib/letter/returned/returned-document';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import type { Side } from '@/lib/letter/tracked/side';
import type { LetterBuild } from '@/lib/word/letter-build';
import { readWord } from '@/lib/word/read/read-word';

export const CLEAN: LetterBuild = {
  kind: 'clean',
  citeAction: (key) => (key.startsWith('mou') ? 'Memorandum of Understanding (Mar. 11, 2026)' : null),
};

/** The letter as a version keeps it: of the section's form, every node named. */
export function asVersion(content: LetterContent): LetterContent {
  return { ...content, sections: content.sections.map((section) => ({ ...section, body: canonicalBody(section.body) })) };
}

/** What the reader gives; throws, with the reason, where it gives nothing. */
export function returned(bytes: Uint8Array, known: LetterContent | null): ReturnedDocument {
  const read = readWord(bytes, known);
  if (!read.ok) throw new Error(read.failures.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return read.value;
}

/** A section of a returned file on one side of its tracked changes, by the names of the section that was sent. */
export function sideOf(sent: ProseNode, section: ReturnedSection, side: Side = 'accept'): ProseNode {
  return alignByText(asWordHolds(sent), settleTracked(section.body, side));
}

/** Every change that a returned file makes to a letter's sections, by section id; sections that are missing or new are changes too. */
export function changesIn(
  sent: LetterContent,
  document: ReturnedDocument,
  side: Side = 'accept',
): ReadonlyMap<string, readonly Change[] | 'missing' | 'new'> {
  const changes = new Map<string, readonly Change[] | 'missing' | 'new'>();
  for (const { id, body } of sent.sections) {
    const section = document.sections.find((own) => own.id === id);
    if (!section) changes.set(id, 'missing');
    else {
      const found = compareBodies(asWordHolds(body), asWordHolds(sideOf(body, section, side)));
      if (found.length > 0) changes.set(id, found);
    }
  }
  for (const [index, { id }] of document.sections.entries()) {
    if (!sent.sections.some((section) => section.id === id)) changes.set(`section ${index + 1} of the file`, 'new');
  }
  return changes;
}
