import type { ProseMark, ProseNode } from '../schema/prose-node';
import type { TrackedBody, Tracker } from '../tracked/tracked';
import { walkProse } from '../walk-prose';

/** One tracked stretch: who, when, and its words ("" for what has none). */
export interface TrackedStretch extends Tracker {
  readonly words: string;
}

/** Everybody's tracked stretches of a text, in reading order, by author. */
export function trackedAuthors(body: TrackedBody): ReadonlyMap<string, readonly TrackedStretch[]> {
  const found = new Map<string, TrackedStretch[]>();
  const note = (tracker: unknown, words: string) => {
    const { author, at } = tracker as Tracker;
    const own = found.get(author) ?? [];
    found.set(author, own);
    own.push({ author, at, words });
  };
  for (const node of walkProse(body)) {
    for (const name of ['trackedEnd', 'tracked', 'trackedForm']) if (node.attrs?.[name]) note(node.attrs[name], '');
    for (const mark of node.marks ?? []) if (isTracked(mark)) note(mark.attrs, wordsOf(node));
  }
  return found;
}

/** When an author made a change with these words: as their stretch with the same words says, else their latest. */
export function timeOf(stretches: readonly TrackedStretch[], words: readonly string[]): string | null {
  const said = words.map((text) => text.trim()).filter((text) => text !== '');
  const same = stretches.find(({ words: own }) => own.trim() !== '' && said.some((text) => text.includes(own.trim())));
  const latest = stretches
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return (same?.at ?? latest) || null;
}

function isTracked({ type }: ProseMark): boolean {
  return type === 'inserted' || type === 'deleted' || type === 'reformatted';
}

function wordsOf(node: ProseNode): string {
  return node.text ?? '';
}
