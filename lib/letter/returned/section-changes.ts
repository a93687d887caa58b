import { alignByText } from '../compare/align-by-text';
import { type AppliedChanges, applyChanges } from '../compare/apply-changes';
import { sameValue } from '../compare/canonical-body';
import type { Change } from '../compare/change';
import { compareBodies } from '../compare/compare-bodies';
import { describeChange } from '../compare/describe-change';
import type { ProseNode } from '../schema/prose-node';
import { saysSame } from '../tracked/held-body';
import { settleTracked } from '../tracked/settle-tracked';
import type { TrackedBody } from '../tracked/tracked';
import { asWordHolds } from './as-word-holds';
import { liftText } from './lift-text';
import { onRealText } from './on-real-text';
import { onlyAuthors } from './only-author';
import { restoreObjects, type ShownWords } from './restore-objects';
import type { ReturnedAuthor } from './return-report';
import { type TrackedStretch, timeOf, trackedAuthors } from './tracked-authors';
import { withoutDoubles } from './without-doubles';

export interface AuthoredChange extends ReturnedAuthor {
  readonly change: Change;
}

export interface UnfitChange extends AuthoredChange {
  /** why it cannot be made in the text that was sent, as a sentence */
  readonly why: string;
}

export interface SectionReturn {
  /** every change against the text that was sent, untracked ones first, then author by author */
  readonly changes: readonly AuthoredChange[];
  /** those that do not fit into the text that was sent, which holds more than the file did: a block taken out with privileged words in it */
  readonly unfit: readonly UnfitChange[];
  /** the text as the file has it with all changes accepted, under the names of the text that was sent */
  readonly text: ProseNode;
}

interface Group {
  readonly name: string | null;
  readonly stretches: readonly TrackedStretch[];
  readonly changes: readonly Change[];
}

export interface SectionReading {
  readonly shown: ShownWords;
  /** the text as the file said it when it was written; `sent` where it was written whole */
  readonly written?: ProseNode;
  /** whose tracked changes the file was sent with */
  readonly ownAuthors?: readonly string[];
}

/**
 * What was done to a section's text between its sending and its return, by author: changes that Word did not track are the difference between
 * what was sent and the file with all tracked changes rejected; an author's are what accepting theirs alone adds to that. What only makes sense
 * with several authors' changes together (words taken out of another's insertion) is told last, under all of their names.
 */
export function sectionChanges(
  sent: ProseNode,
  returned: TrackedBody,
  { shown, written = sent, ownAuthors = [] }: SectionReading,
): SectionReturn {
  const held = asWordHolds(written);
  // the empty paragraphs that only the tracking needed are not there in a text as it is read
  const fitted = (base: ProseNode, text: ProseNode) => restoreObjects(base, alignByText(base, begunWith(base, asWordHolds(text))), shown);
  const authors = [...trackedAuthors(returned)].filter(([author]) => !ownAuthors.includes(author));
  // what the letter's own redline marks is what was sent
  const isOwn = (author: string) => ownAuthors.includes(author);
  const plain = fitted(held, withChangesOf(returned, isOwn));
  const isWhole = sameValue(written, sent);
  /** The text that was sent after edits that were found in what the file said: exactly, or, where they do not fit there, by what the file says. */
  const onSent = (base: ProseNode, text: ProseNode): AppliedChanges => {
    const changes = compareBodies(base, text).map((change) => onRealText(change, sent, written));
    const made = applyChanges(sent, changes);
    if (changes.length === 0 || base !== held || !isWhole) return made;
    const fits = made.conflicts.length === 0 && saysSame(asWordHolds(made.body), text);
    return fits ? made : { body: liftText(sent, held, text), applied: changes, conflicts: [] };
  };
  const between = (base: ProseNode, text: ProseNode) => compareBodies(sent, onSent(base, text).body);

  const groups: Group[] = [{ name: null, stretches: [], changes: between(held, plain) }];
  const isTracked = groups[0]?.changes.length === 0;
  for (const [name, stretches] of authors) {
    const own = fitted(
      plain,
      withChangesOf(returned, (author) => author === name || isOwn(author)),
    );
    groups.push({ name, stretches, changes: between(isTracked ? held : plain, own) });
  }
  const all = fitted(plain, settleTracked(returned, 'accept'));
  const { body: total, conflicts: unfit } = onSent(held, alignByText(held, all));

  const changes: AuthoredChange[] = [];
  let text = sent;
  for (const { name, stretches, changes: own } of groups) {
    const { conflicts } = applyChanges(text, own);
    const unopposed = own.filter((change) => !conflicts.some((conflict) => conflict.change === change));
    const fitting = conflicts.length === 0 ? own : withoutDoubles(text, unopposed);
    changes.push(...fitting.map((change) => authored(change, name, stretches)));
    text = applyChanges(text, fitting).body;
  }
  const everybody = authors.length > 0 ? authors.map(([author]) => author).join(', ') : null;
  const stretches = authors.flatMap(([, own]) => own);
  // what is new bears other names in another author's text
  if (!saysSame(asWordHolds(text), asWordHolds(total))) {
    for (const change of compareBodies(text, alignByText(text, total))) changes.push(authored(change, everybody, stretches));
  }
  const [only] = authors.length === 1 && isTracked ? authors : [];
  const lost = unfit.map(({ change, reason }) => ({ ...authored(change, only?.[0] ?? null, only?.[1] ?? []), why: reason }));
  return { changes, unfit: lost, text: total };
}

function authored(change: Change, name: string | null, stretches: readonly TrackedStretch[]): AuthoredChange {
  const { deleted, inserted } = describeChange(change);
  return { name, at: timeOf(stretches, [deleted, inserted]), change };
}

/**
 * In a section that said nothing, the first paragraph that somebody wrote is the one that stood there empty, and in one of which nothing is left the
 * empty one is its first: nothing is like them by their words.
 */
function begunWith(base: ProseNode, text: ProseNode): ProseNode {
  const isEmpty = ({ content = [] }: ProseNode) => content.length === 1 && content[0]?.type === 'paragraph' && !content[0].content;
  const [was, [first, ...rest]] = [base.content?.[0], text.content ?? []];
  if (was?.type !== 'paragraph' || first?.type !== 'paragraph' || !(isEmpty(base) || isEmpty(text))) return text;
  return { ...text, content: [{ ...first, attrs: { ...first.attrs, id: was.attrs?.id } }, ...rest] };
}

/** The text with the tracked changes of some authors accepted and the others' rejected. */
function withChangesOf(returned: TrackedBody, isOne: (author: string) => boolean): ProseNode {
  const authors = [...trackedAuthors(returned).keys()];
  if (authors.every(isOne)) return settleTracked(returned, 'accept');
  return authors.some(isOne) ? settleTracked(onlyAuthors(returned, isOne), 'accept') : settleTracked(returned, 'reject');
}
