import { applyChanges } from '../compare/apply-changes';
import { BodyTree } from '../compare/body-tree';
import type { Change } from '../compare/change';
import { namesIn, nodeName } from '../compare/node-name';
import type { LetterContent } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';
import { drawEdits, type OwnedEdit } from './draw-edits';
import type { Edit } from './edit';
import { editsBetween } from './edits-between';
import { heldBody, saysSame } from './held-body';
import type { Tracker } from './tracked';

/** A change that somebody suggests, with who and when. */
export interface SuggestedChange extends Tracker {
  readonly sectionId: string;
  readonly change: Change;
}

/** A suggestion that could not be drawn into the text, and why: in a sentence. */
export interface UnfitSuggestion {
  readonly suggestion: SuggestedChange;
  readonly reason: string;
}

export interface SuggestedContent extends LetterContent {
  readonly unfit: readonly UnfitSuggestion[];
}

/**
 * A letter with suggestions drawn into its text as tracked changes, each with its own author and time, so that each can be taken alone: without
 * any of them it is the letter as it stands. Suggestions that do not fit the text any more, or that touch what an earlier one takes out or
 * changes already, are left out and reported.
 */
export function trackSuggestions(content: LetterContent, suggestions: readonly SuggestedChange[]): SuggestedContent {
  const unfit: UnfitSuggestion[] = [];
  const sections = content.sections.map((section) => {
    const own = suggestions.filter(({ sectionId }) => sectionId === section.id);
    return own.length === 0 ? section : { ...section, body: suggested(section.body, own, unfit) };
  });
  const known = new Set(content.sections.map(({ id }) => id));
  for (const suggestion of suggestions)
    if (!known.has(suggestion.sectionId)) unfit.push({ suggestion, reason: 'Its section is not there.' });
  return { ...content, sections, unfit };
}

function suggested(body: ProseNode, suggestions: readonly SuggestedChange[], unfit: UnfitSuggestion[]): ProseNode {
  const base = heldBody(body);
  const drawn: OwnedEdit[] = [];
  const touched = new Touched(base);
  for (const suggestion of suggestions) {
    const { change, author, at } = suggestion;
    const made = applyChanges(body, [change]);
    const after = heldBody(made.body);
    const reason = made.conflicts[0]?.reason ?? (saysSame(base, after) ? 'It makes no difference to what is written.' : null);
    const edits = reason === null ? editsBetween(base, after) : [];
    const met = reason ?? touched.meets(edits);
    if (met !== null) unfit.push({ suggestion, reason: met });
    else {
      touched.add(edits);
      drawn.push(...edits.map((edit) => ({ edit, by: { author, at } })));
    }
  }
  return drawEdits(base, drawn);
}

type Stretch = readonly [number, number];

/** What the suggestions drawn so far take out or change. */
class Touched {
  private readonly tree: BodyTree;
  /** blocks that go, with all that they hold */
  private readonly gone = new Set<string>();
  /** text blocks in which something was changed, and those around them */
  private readonly changed = new Set<string>();
  private readonly stretches = new Map<string, Stretch[]>();
  private readonly once = new Set<string>();

  constructor(base: ProseNode) {
    this.tree = new BodyTree(base);
  }

  /** Why edits cannot stand beside what is drawn; null where they can. */
  meets(edits: readonly Edit[]): string | null {
    for (const edit of edits) {
      if (edit.kind === 'come') {
        if (edit.parent !== null && this.gone.has(edit.parent)) return 'It stands in what another suggestion takes out.';
      } else if (this.gone.has(edit.id)) return 'It stands in what another suggestion takes out.';
      else if (edit.kind === 'gone' && this.changed.has(edit.id)) return 'It takes out what another suggestion changes.';
      else if (edit.kind === 'cut' || edit.kind === 'format') {
        if ((this.stretches.get(edit.id) ?? []).some(([from, to]) => from < edit.to && edit.from < to))
          return 'Another suggestion changes the same words.';
      } else if (edit.kind !== 'put' && edit.kind !== 'split' && this.once.has(`${edit.kind} ${edit.id}`)) {
        return 'Another suggestion changes the same paragraph.';
      }
    }
    return null;
  }

  add(edits: readonly Edit[]): void {
    for (const edit of edits) {
      if (edit.kind === 'come') {
        if (edit.parent !== null) this.change(edit.parent);
        continue;
      }
      this.change(edit.id);
      this.once.add(`${edit.kind} ${edit.id}`);
      if (edit.kind === 'gone') this.goes(edit.id);
      if (edit.kind === 'cut' || edit.kind === 'format') {
        this.stretches.set(edit.id, [...(this.stretches.get(edit.id) ?? []), [edit.from, edit.to]]);
      }
    }
  }

  private goes(name: string): void {
    const node = this.tree.find(name);
    for (const own of node ? namesIn(node) : [name]) this.gone.add(own);
  }

  private change(name: string): void {
    for (let node = this.tree.find(name); node; node = this.tree.parentOf(node)) this.changed.add(nodeName(node) ?? '');
  }
}
