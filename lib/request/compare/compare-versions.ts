import type { RequestDocument, RequestQuestion } from '../request-document';
import { longestRise } from './longest-rise';
import { type DiffRun, wordDiff } from './word-diff';

/** A question with the heading above it, as one of the two versions has it. */
export interface PlacedQuestion {
  readonly question: RequestQuestion;
  readonly sectionKey: string;
  readonly heading: string;
}

/** A placed question with its parts in one text, and the words of it. */
interface Entry {
  readonly placed: PlacedQuestion;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

export type QuestionChange =
  | { readonly kind: 'added'; readonly before: null; readonly after: PlacedQuestion }
  | { readonly kind: 'removed'; readonly before: PlacedQuestion; readonly after: null }
  | {
      /** same: nothing; moved: other place, number or heading; changed: other words (and perhaps another place) */
      readonly kind: 'same' | 'moved' | 'changed';
      readonly before: PlacedQuestion;
      readonly after: PlacedQuestion;
      readonly words: readonly DiffRun[];
    };

export interface FactChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface VersionComparison {
  /** In the order of the newer version; removed questions where they stood. */
  readonly questions: readonly QuestionChange[];
  readonly facts: readonly FactChange[];
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number; readonly moved: number };
}

const SAME_KEY_LIKENESS = 0.3;
const OTHER_KEY_LIKENESS = 0.6;

/**
 * What differs between two versions of a request: questions first by equal words, then by key, then by likeness; and the
 * facts of the head. A question counts as moved when its heading, its number or its order among the others is another.
 */
export function compareVersions(before: RequestDocument, after: RequestDocument): VersionComparison {
  const old = entriesOf(before);
  const current = entriesOf(after);
  const pairs = pairUp(old, current);
  const order = [...pairs].sort(([a], [b]) => a - b);
  const kept = longestRise(order.map(([, oldIndex]) => oldIndex));
  const inOrder = new Set(order.filter((_, index) => kept.has(index)).map(([index]) => index));
  const paired = new Set(pairs.values());
  const gone = [...old.keys()].filter((index) => !paired.has(index));
  const changes: QuestionChange[] = [];
  const emitGone = (until: number) => {
    while ((gone[0] ?? until) < until) {
      const removed = old[gone.shift() ?? 0];
      if (removed) changes.push({ kind: 'removed', before: removed.placed, after: null });
    }
  };
  for (const [index, entry] of current.entries()) {
    const partner = pairs.get(index);
    const earlier = partner === undefined ? undefined : old[partner];
    if (partner === undefined || !earlier) {
      changes.push({ kind: 'added', before: null, after: entry.placed });
      continue;
    }
    if (inOrder.has(index)) emitGone(partner);
    changes.push(changeOf(earlier, entry, inOrder.has(index)));
  }
  emitGone(old.length);
  const count = (kind: QuestionChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    questions: changes,
    facts: factChanges(before, after),
    counts: { added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') },
  };
}

function entriesOf(document: RequestDocument): Entry[] {
  return document.sections.flatMap(({ key, heading, questions }) =>
    questions.map((question) => {
      const text = [question.text, ...question.parts.map((part) => `(${part.label}) ${part.text}`)].join(' ');
      return { placed: { question, sectionKey: key, heading }, text, words: new Set(text.toLowerCase().match(/[a-z0-9]+/g)) };
    }),
  );
}

/** Index in the newer version → index in the older one. */
function pairUp(old: readonly Entry[], current: readonly Entry[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(old.keys());
  const take = (score: (a: Entry, b: Entry) => number) => {
    for (const [index, entry] of current.entries()) {
      if (pairs.has(index)) continue;
      let best = { index: -1, score: 0 };
      for (const candidate of free) {
        const other = old[candidate];
        const found = other ? score(other, entry) : 0;
        if (found > best.score) best = { index: candidate, score: found };
      }
      if (best.index === -1) continue;
      pairs.set(index, best.index);
      free.delete(best.index);
    }
  };
  const sameKey = (a: Entry, b: Entry) => a.placed.question.key === b.placed.question.key;
  take((a, b) => (a.text === b.text ? (sameKey(a, b) ? 2 : 1) : 0));
  take((a, b) => (sameKey(a, b) ? atLeast(likeness(a, b), SAME_KEY_LIKENESS) : 0));
  take((a, b) => atLeast(likeness(a, b), OTHER_KEY_LIKENESS));
  return pairs;
}

function changeOf(before: Entry, after: Entry, inOrder: boolean): QuestionChange {
  const same = before.text === after.text;
  const stays = inOrder && before.placed.heading === after.placed.heading && before.placed.question.number === after.placed.question.number;
  return {
    kind: same ? (stays ? 'same' : 'moved') : 'changed',
    before: before.placed,
    after: after.placed,
    words: same ? [{ kind: 'same', text: after.text }] : wordDiff(before.text, after.text),
  };
}

function atLeast(score: number, threshold: number): number {
  return score >= threshold ? score : 0;
}

/** The share of words that two texts have in common, 0 to 1. */
function likeness(a: Entry, b: Entry): number {
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common += 1;
  const all = a.words.size + b.words.size - common;
  return all === 0 ? 0 : common / all;
}

function factChanges(before: RequestDocument, after: RequestDocument): FactChange[] {
  const fields: readonly (readonly [string, (document: RequestDocument) => string])[] = [
    ['Title', ({ title }) => title],
    ['Action', ({ action }) => action ?? ''],
    ['Citation', ({ citation }) => citation ?? ''],
    ['Document number', ({ documentNumber }) => documentNumber ?? ''],
    ['File and docket numbers', ({ docketIds }) => docketIds.join(', ')],
    ['Releases', ({ releases }) => releases.join(', ')],
    ['RINs', ({ rins }) => rins.join(', ')],
    ['Published', ({ dates }) => dates.published ?? ''],
    ['Comments due', ({ dates }) => dates.commentsClose ?? ''],
    ['Dates', ({ dates }) => dates.text ?? ''],
    ['Agencies', ({ agencies }) => agencies.join(', ')],
    ['Addresses', ({ addresses }) => addresses.join(' ')],
  ];
  return fields.flatMap(([field, read]) => (read(before) === read(after) ? [] : [{ field, before: read(before), after: read(after) }]));
}
