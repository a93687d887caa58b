import type { SourcePlace } from '../request-document';
import { type ItemLabel, itemLabel, type LabelReading } from './item-label';
import { isFollowUp } from './request-words';

/** A paragraph of a section while its questions are looked for; footnote marks are still in the text. */
export interface Passage {
  readonly text: string;
  readonly place: SourcePlace;
}

/** A labelled paragraph with what belongs to it: further paragraphs, and a list of its own. */
export interface ListItem {
  readonly printed: string;
  readonly value: number;
  readonly named: boolean;
  readonly passage: Passage;
  /** The paragraph without its label. */
  readonly text: string;
  readonly more: Passage[];
  readonly parts: ListItem[];
}

export interface ItemList {
  readonly kind: 'list';
  readonly items: ListItem[];
}

export type SectionEntry = { readonly kind: 'passage'; readonly passage: Passage } | ItemList;

interface Frame {
  readonly reading: LabelReading;
  readonly items: ListItem[];
  last: number;
}

/** A number may be missing in a list: the next one is looked for this far ahead. */
const GAP = 3;
/** How many paragraphs ahead a list is expected to go on. */
const AHEAD = 200;

/**
 * Puts the paragraphs of a section in order as lists and passages. A list that begins inside an item of another list is its
 * part, when the outer list goes on after it or nothing stands between; a plain paragraph between two items of a list belongs
 * to the first.
 */
export function itemTree(passages: readonly Passage[]): SectionEntry[] {
  const labels = passages.map(({ text }) => itemLabel(text));
  const entries: SectionEntry[] = [];
  let frames: Frame[] = [];
  let waiting: Passage[] = [];

  const settle = () => {
    const item = frames.at(-1)?.items.at(-1);
    while (item && waiting[0] && isFollowUp(waiting[0].text)) item.more.push(...waiting.splice(0, 1));
    frames = [];
    entries.push(...waiting.map((passage) => ({ kind: 'passage' as const, passage })));
    waiting = [];
  };

  for (const [index, passage] of passages.entries()) {
    const label = labels[index];
    if (!label) {
      waiting.push(passage);
      continue;
    }
    const going = frames.findLastIndex((frame) => continues(frame, label));
    const outer = frames.at(-1);
    if (going !== -1) {
      frames
        .at(-1)
        ?.items.at(-1)
        ?.more.push(...waiting);
      waiting = [];
      frames = frames.slice(0, going + 1);
    } else if (outer && begins(label) && (waiting.length === 0 || goesOnAfter(frames, labels, index))) {
      const parent = outer.items.at(-1);
      parent?.more.push(...waiting);
      waiting = [];
      frames.push({ reading: firstReading(label), items: parent?.parts ?? [], last: 0 });
    } else {
      settle();
      const list: ItemList = { kind: 'list', items: [] };
      entries.push(list);
      frames = [{ reading: firstReading(label), items: list.items, last: 0 }];
    }
    const frame = frames.at(-1);
    if (frame) add(frame, label, passage);
  }
  settle();
  return entries;
}

/** The paragraphs of a list in their order, labels included. */
export function passagesOf(items: readonly ListItem[]): Passage[] {
  return items.flatMap((item) => [item.passage, ...passagesOf(item.parts), ...item.more]);
}

function add(frame: Frame, label: ItemLabel, passage: Passage): void {
  const reading = label.readings.find((candidate) => sameList(candidate, frame.reading)) ?? label.readings[0];
  frame.last = reading?.value ?? frame.last;
  frame.items.push({
    printed: label.printed,
    value: frame.last,
    named: frame.reading.style === 'named',
    passage,
    text: label.rest,
    more: [],
    parts: [],
  });
}

function continues(frame: Frame, label: ItemLabel): boolean {
  return label.readings.some(
    (reading) =>
      sameList(reading, frame.reading) &&
      reading.value > frame.last &&
      reading.value <= frame.last + (reading.style === 'letter' ? 1 : GAP),
  );
}

function sameList(a: LabelReading, b: LabelReading): boolean {
  return a.style === b.style && a.shape === b.shape;
}

function begins(label: ItemLabel): boolean {
  return label.readings.some(({ value, style }) => value === 1 && style !== 'named');
}

function firstReading(label: ItemLabel): LabelReading {
  return label.readings.find(({ value }) => value === 1) ?? label.readings[0] ?? { style: 'digit', shape: '', value: 0 };
}

/** True where one of the open lists goes on later, so that what stands here is inside its last item. */
function goesOnAfter(frames: readonly Frame[], labels: readonly (ItemLabel | null)[], index: number): boolean {
  return frames.some((frame) => {
    for (const label of labels.slice(index + 1, index + 1 + AHEAD)) {
      const reading = label?.readings.find((candidate) => sameList(candidate, frame.reading));
      if (reading) return reading.value === frame.last + 1;
    }
    return false;
  });
}
