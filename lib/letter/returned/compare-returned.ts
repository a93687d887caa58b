import type { Change } from '../compare/change';
import { describeChange } from '../compare/describe-change';
import { figureKey } from '../figures/collect-figures';
import type { LetterContent, LetterSection } from '../letter-content';
import { isOpening } from '../numbering/number-letter';
import { plainTextOf } from '../schema/plain-text';
import { walkProse } from '../walk-prose';
import { againstNow } from './against-now';
import { alteredObjects } from './altered-objects';
import { compareLines } from './compare-lines';
import { compareThreads, type KnownThread } from './compare-threads';
import { matchSections, plainTitle } from './match-sections';
import { bringsDigits, objectsTakenBy } from './objects-in-change';
import type { ShownWords } from './restore-objects';
import type { KnownReturn, ReturnConflict, ReturnedChange, ReturnReport, Settlement } from './return-report';
import type { ReturnedDocument } from './returned-document';
import { saysTheSame } from './same-words';
import { sectionAddition } from './section-addition';
import { type AuthoredChange, sectionChanges, type UnfitChange } from './section-changes';
import { wordsOfObject } from './words-of-object';

/** What the letter has besides its text, so that nothing of it comes back twice. */
export interface ReturnKnowledge {
  /** How figures, citations and cross-references read in the version that was sent, and in the letter now. */
  readonly shown?: { readonly sent: ShownWords; readonly now: ShownWords };
  /** The version as the build said it that the file was written as; the version itself where it was written whole. */
  readonly written?: LetterContent;
  /** The lines outside of all sections as the version has them when it is written and read again; null where that is not known. */
  readonly furniture?: readonly string[] | null;
  /** Whose tracked changes the file was sent with: the redline's author. */
  readonly ownAuthors?: readonly string[];
  /** Suggestions that the letter has, or had. */
  readonly suggestions?: readonly { readonly sectionId: string; readonly change: Change }[];
  readonly threads?: readonly KnownThread[];
}

/**
 * What a file that came back says differently than the version it was written from, against the letter as it is now: changes that fit (to be
 * suggested), conflicts (for a person to settle) and comments. A file that nobody touched gives an empty report.
 */
export function compareReturned(
  snapshot: LetterContent,
  returned: ReturnedDocument,
  now: LetterContent,
  known: ReturnKnowledge = {},
): ReturnReport {
  const comparison = new Comparison(snapshot, returned, now, known);
  return comparison.report();
}

type Draft = Omit<ReturnConflict, 'key'>;

const NOBODY = { name: null, at: null } as const;

class Comparison {
  private readonly changes: ReturnedChange[] = [];
  private readonly known: KnownReturn[] = [];
  private readonly conflicts: ReturnConflict[] = [];
  private readonly written: LetterContent;
  private readonly shownSent: ShownWords;
  private readonly shownNow: ShownWords;

  constructor(
    private readonly snapshot: LetterContent,
    private readonly returned: ReturnedDocument,
    private readonly now: LetterContent,
    private readonly knowledge: ReturnKnowledge,
  ) {
    this.written = knowledge.written ?? snapshot;
    this.shownSent = knowledge.shown?.sent ?? wordsOfObject(snapshot);
    this.shownNow = knowledge.shown?.now ?? wordsOfObject(now);
  }

  report(): ReturnReport {
    const { returned } = this;
    const matched = matchSections(this.written.sections, returned);
    for (const pair of matched.pairs) this.section(pair);
    for (const section of matched.deleted) this.deleted(section);
    for (const { returned: section, after } of matched.added) {
      const addition = sectionAddition(section, after && this.nowOf(after.id), this.now);
      if (addition) this.conflict(addition);
    }
    if (this.knowledge.furniture) this.furniture(this.knowledge.furniture);
    const sectionOf = new Map(matched.pairs.map(({ index, sent }) => [index, sent.id]));
    const here = (id: string | undefined) => (id !== undefined && this.nowOf(id) ? id : null);
    const elsewhere = this.now.sections[0]?.id ?? '';
    const threads = compareThreads(returned, this.knowledge.threads ?? [], (index) => here(sectionOf.get(index)), elsewhere);
    return {
      changes: this.changes,
      known: this.known,
      conflicts: this.conflicts,
      threads: threads.threads,
      replies: threads.replies,
      threadsUnchanged: threads.unchanged,
      authors: returned.authors.filter((author) => !this.knowledge.ownAuthors?.includes(author)),
      notUnderstood: returned.notUnderstood,
    };
  }

  private section({ sent, returned, moved }: ReturnType<typeof matchSections>['pairs'][number]): void {
    const now = this.nowOf(sent.id);
    this.title(sent, returned.title, now);
    if (moved) this.moved(sent, now);
    for (const altered of alteredObjects(sent, returned)) {
      const { node, object, kind } = altered;
      this.conflict({
        ...NOBODY,
        kind,
        sectionId: now ? sent.id : null,
        place: placeOf(sent),
        nodeId: nodeIdOf(node),
        subject: this.nameOf(node.attrs),
        sent: object.written ?? this.shownSent(node) ?? '',
        file: object.shown,
        now: (now && presentObject(now, node.attrs?.nodeId, this.shownNow)) ?? '',
        why:
          kind === 'figure'
            ? 'The number was changed in the file. A figure of a run is never overwritten.'
            : 'Its words follow from what it names; they were changed in the file.',
        settlements: settlementsOf(now, []),
        proposal: null,
      });
    }
    const whole = this.snapshot.sections.find(({ id }) => id === sent.id) ?? sent;
    const { changes, unfit, text } = sectionChanges(whole.body, returned.body, {
      shown: this.shownSent,
      written: sent.body,
      ...(this.knowledge.ownAuthors ? { ownAuthors: this.knowledge.ownAuthors } : {}),
    });
    if (now) {
      for (const change of changes) this.change(change, whole, now);
      for (const change of unfit) this.unfit(change, whole, now);
    } else if (changes.length + unfit.length > 0) this.gone(sent, text);
  }

  private change({ name, at, change }: AuthoredChange, sent: LetterSection, now: LetterSection): void {
    const words = describeChange(change, { figureText: (node) => this.shownSent(node) ?? '' });
    const author = { name, at };
    const common = { ...author, place: placeOf(sent), sent: words.deleted, file: words.inserted, proposal: change };
    const [taken] = objectsTakenBy(change);
    const standing = againstNow(change, sent.body, now.body);
    if (standing.kind === 'made') {
      this.known.push({ ...author, sectionId: sent.id, words: sentence(words), why: 'in-the-letter' });
      return;
    }
    if (this.knowledge.suggestions?.some((each) => each.sectionId === sent.id && saysTheSame(each.change, change))) {
      this.known.push({ ...author, sectionId: sent.id, words: sentence(words), why: 'suggested-before' });
      return;
    }
    if (taken) {
      const { node, kind } = taken;
      const isFigure = kind === 'figure';
      const mayTake = standing.kind === 'fits' && !(isFigure && bringsDigits(change));
      this.conflict({
        ...common,
        kind,
        sectionId: sent.id,
        nodeId: nodeIdOf(node),
        subject: this.nameOf(node.attrs),
        now: presentObject(now, node.attrs?.nodeId, this.shownNow) ?? '',
        why: isFigure
          ? 'The figure is not in these words any more. A figure of a run is never overwritten.'
          : `The ${kind === 'citation' ? 'citation' : 'cross-reference'} was typed over, so it would not follow the letter any more.`,
        settlements: settlementsOf(now, mayTake ? ['suggest'] : []),
        proposal: mayTake ? change : null,
      });
      return;
    }
    if (standing.kind === 'conflict') {
      this.conflict({
        ...common,
        kind: 'both-changed',
        sectionId: sent.id,
        nodeId: null,
        subject: sentence(words),
        now: presentWords(change, now),
        why: standing.why,
        settlements: settlementsOf(now, standing.proposal ? ['suggest'] : []),
        proposal: standing.proposal,
      });
      return;
    }
    this.changes.push({ ...author, sectionId: sent.id, change });
  }

  /** What cannot be suggested, because the letter says more there than the file did. */
  private unfit({ name, at, change, why }: UnfitChange, sent: LetterSection, now: LetterSection): void {
    const words = describeChange(change, { figureText: (node) => this.shownSent(node) ?? '' });
    this.conflict({
      ...{ name, at, kind: 'both-changed', sectionId: sent.id, place: placeOf(sent), nodeId: null, subject: sentence(words) },
      ...{ sent: words.deleted, file: words.inserted, now: presentWords(change, now), why },
      settlements: settlementsOf(now, []),
      proposal: null,
    });
  }

  /** Words that came back for a section that the letter does not have any more: all of them together. */
  private gone(sent: LetterSection, file: LetterSection['body']): void {
    this.conflict({
      ...NOBODY,
      ...{ kind: 'section-gone', sectionId: null, place: placeOf(sent), nodeId: null, subject: sent.title },
      ...{ sent: plainTextOf(sent.body), file: plainTextOf(file), now: '' },
      why: 'It was changed in the file, and the section is not in the letter any more.',
      settlements: ['keep'],
      proposal: null,
    });
  }

  private title(sent: LetterSection, title: string, now: LetterSection | undefined): void {
    const [was, is] = [plainTitle(sent.title), plainTitle(title)];
    if (isOpening(sent) || was === is || is === '') return;
    if (now && plainTitle(now.title) === is) return;
    this.conflict({
      ...NOBODY,
      ...{ kind: 'section-renamed', sectionId: now ? sent.id : null, place: placeOf(sent), nodeId: null, subject: sent.title },
      ...{ sent: was, file: is, now: now?.title ?? '', why: 'The section has another heading in the file.' },
      settlements: now ? ['rename', 'keep', 'comment'] : ['keep'],
      proposal: null,
    });
  }

  private moved(sent: LetterSection, now: LetterSection | undefined): void {
    this.conflict({
      ...NOBODY,
      ...{ kind: 'section-moved', sectionId: now ? sent.id : null, place: placeOf(sent), nodeId: null, subject: sent.title },
      ...{ sent: '', file: '', now: '', why: 'The section stands elsewhere in the file. Move it in the outline if it should.' },
      settlements: now ? ['keep', 'comment'] : ['keep'],
      proposal: null,
    });
  }

  private deleted(sent: LetterSection): void {
    const now = this.nowOf(sent.id);
    if (!now) return;
    this.conflict({
      ...NOBODY,
      ...{ kind: 'section-deleted', sectionId: sent.id, place: placeOf(sent), nodeId: null, subject: sent.title },
      ...{ sent: plainTextOf(sent.body), file: '', now: plainTextOf(now.body) },
      why: 'The section is not in the file. Nothing is taken out of the letter for that.',
      settlements: ['keep', 'comment'],
      proposal: null,
    });
  }

  private furniture(sent: readonly string[]): void {
    for (const difference of compareLines(sent, this.returned.furniture)) {
      this.conflict({
        ...NOBODY,
        ...{
          kind: 'furniture',
          sectionId: null,
          place: 'Letterhead, addressees and closing',
          nodeId: null,
          subject: 'Outside of the sections',
        },
        ...difference,
        now: '',
        why: 'It differs in the file. Change it beside the letter if it should.',
        settlements: ['keep'],
        proposal: null,
      });
    }
  }

  private nowOf(id: string): LetterSection | undefined {
    return this.now.sections.find((section) => section.id === id);
  }

  private nameOf(attrs: Readonly<Record<string, unknown>> | undefined): string {
    const { figureId, runId } = attrs ?? {};
    if (typeof figureId !== 'string' || typeof runId !== 'string') return '';
    return this.snapshot.figures[figureKey({ figureId, runId })]?.name ?? 'Figure';
  }

  private conflict(draft: Draft): void {
    this.conflicts.push({ ...draft, key: `c${this.conflicts.length + 1}` });
  }
}

function settlementsOf(now: LetterSection | undefined, first: readonly Settlement[]): readonly Settlement[] {
  return now ? [...first, 'keep', 'comment'] : ['keep'];
}

function placeOf({ title }: LetterSection): string {
  return title === '' ? 'A section without a title' : title;
}

function nodeIdOf({ attrs }: { readonly attrs?: Readonly<Record<string, unknown>> }): string | null {
  return typeof attrs?.nodeId === 'string' ? attrs.nodeId : null;
}

function presentObject({ body }: LetterSection, nodeId: unknown, shown: ShownWords): string | null {
  for (const node of walkProse(body)) if (typeof nodeId === 'string' && node.attrs?.nodeId === nodeId) return shown(node);
  return null;
}

/** The words of now at the place of a change that does not fit: its whole block. */
function presentWords(change: Change, { body }: LetterSection): string {
  const name = change.kind === 'text' || change.kind === 'format' ? change.before.blockId : 'blockId' in change ? change.blockId : null;
  for (const node of walkProse(body)) if (name !== null && node.attrs?.id === name) return plainTextOf(node);
  return '';
}

function sentence({ verb, deleted, inserted, where }: ReturnType<typeof describeChange>): string {
  return [
    verb,
    [deleted, inserted]
      .filter((part) => part !== '')
      .map((part) => `“${part}”`)
      .join(' → '),
    where,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
