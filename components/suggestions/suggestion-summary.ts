import type { ReferenceView } from '@/components/citations/reference-store';
import { nodeChangeWords } from '@/components/versions/node-change-words';
import type { Change } from '@/lib/letter/compare/change';
import { type ChangeDescription, describeChange } from '@/lib/letter/compare/describe-change';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import { atomWords } from './atom-words';

/** What a suggestion does, in words; figures, citations and references read as they do in the letter, where it is known. */
export function suggestionSummary(
  change: Change,
  figures: ReadonlyMap<string, FigureEntry> | null,
  references: ReferenceView | null,
): ChangeDescription {
  return describeChange(change, { figureText: (node) => atomWords(figures, node.type, node.attrs, references) });
}

/** One line for whoever points at a mark: "Lee Legal: deleted “must” in a paragraph". */
export function suggestionLabel(author: string, { verb, deleted, inserted, where }: ChangeDescription): string {
  const words = [deleted, inserted].filter((part) => part !== '').map((part) => `“${shortened(part)}”`);
  return `${author}: ${[verb, words.join(' → '), where].filter((part) => part !== '').join(' ')}`;
}

/** A word or two at a block whose form changes. */
export function formWords(change: Change): string {
  return change.kind === 'node' ? nodeChangeWords(change) : '';
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
