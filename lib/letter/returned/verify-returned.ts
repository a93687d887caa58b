import { sameValue } from '../compare/canonical-body';
import { describeChange } from '../compare/describe-change';
import { bindingsOf, figureKey } from '../figures/collect-figures';
import type { LetterContent } from '../letter-content';
import { walkProse } from '../walk-prose';
import { compareReturned, type ReturnKnowledge } from './compare-returned';
import type { ReturnedDocument } from './returned-document';
import { wordsOfFigure, wordsOfObject } from './words-of-object';

/** A figure of the letter as three places say it. */
export interface VerifiedFigure {
  readonly nodeId: string;
  readonly sectionId: string;
  readonly place: string;
  readonly name: string;
  /** in the version that the file was written from */
  readonly filed: string;
  /** in the file; null where it is not in it any more */
  readonly file: string | null;
  /** as it is published now; null where it was withdrawn or is not known */
  readonly published: string | null;
  readonly isAltered: boolean;
}

/** What in a file differs from the version that it was written from. */
export interface Verification {
  readonly figures: readonly VerifiedFigure[];
  /** every changed word, heading, citation and line outside of the sections, as a sentence */
  readonly words: readonly { readonly place: string; readonly author: string | null; readonly words: string }[];
  readonly comments: number;
  readonly isUnchanged: boolean;
}

/**
 * Compares a file with the version that it was written from: each figure by what was filed, what the file says and what is published, and every
 * other difference. `published` has the figures as they are published now, by figureKey.
 */
export function verifyReturned(
  snapshot: LetterContent,
  returned: ReturnedDocument,
  published: LetterContent['figures'],
  known: Pick<ReturnKnowledge, 'shown' | 'furniture' | 'ownAuthors'> = {},
): Verification {
  const report = compareReturned(snapshot, returned, snapshot, known);
  const shown = known.shown?.sent ?? wordsOfObject(snapshot);
  const nowShown = wordsOfFigure(published);
  const altered = new Map(report.conflicts.filter(({ kind }) => kind === 'figure').map((conflict) => [conflict.nodeId, conflict]));
  const deleted = new Set(report.conflicts.filter(({ kind }) => kind === 'section-deleted').map(({ sectionId }) => sectionId));
  const figures = snapshot.sections.flatMap((section) =>
    [...walkProse(section.body)].flatMap((node): VerifiedFigure[] => {
      const [binding] = node.content ? [] : bindingsOf(node);
      if (!binding?.nodeId) return [];
      const conflict = altered.get(binding.nodeId);
      const filed = shown(node) ?? '';
      const file = deleted.has(section.id) ? null : conflict ? conflict.file || null : filed;
      const name = snapshot.figures[figureKey(binding)]?.name ?? 'Figure';
      const { nodeId } = binding;
      const [was, is] = [snapshot.figures[figureKey(binding)]?.value, published[figureKey(binding)]?.value];
      const publishedNow = is === undefined ? null : sameValue(was, is) ? filed : (nowShown(node) ?? 'other values');
      return [
        { nodeId, sectionId: section.id, place: section.title, name, filed, file, published: publishedNow, isAltered: file !== filed },
      ];
    }),
  );
  const changes = report.changes.map(({ sectionId, name, change }) => {
    const { verb, deleted: gone, inserted, where } = describeChange(change);
    const what = [gone, inserted].filter((part) => part !== '').map((part) => `“${part}”`);
    const place = snapshot.sections.find(({ id }) => id === sectionId)?.title ?? '';
    return { place, author: name, words: [verb, what.join(' → '), where].filter((part) => part !== '').join(' ') };
  });
  const others = report.conflicts
    .filter(({ kind }) => kind !== 'figure')
    .map(({ place, name, subject, sent, file, why }) => {
      const what = [sent, file].filter((part) => part !== '').map((part) => `“${shortened(part)}”`);
      return { place, author: name, words: [subject, what.join(' → '), why].filter((part) => part !== '').join(': ') };
    });
  const words = [...changes, ...others];
  const comments = report.threads.length;
  return { figures, words, comments, isUnchanged: words.length === 0 && figures.every(({ isAltered }) => !isAltered) };
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
