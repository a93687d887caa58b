import type { ProseMark } from '@/lib/letter/schema/prose-node';
import type { TrackedEnd, Tracker } from '@/lib/letter/tracked/tracked';
import { child, type XmlElement } from '../package/xml-tree';
import type { ReadingLog } from '../reading-log';

/** The elements around runs that come or go; what was moved comes at one place and goes at the other. */
export const TRACKING: Readonly<Record<string, TrackedEnd['kind']>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

/** Who made a change, and when; '' for what the file does not say. */
export function trackerOf({ attributes }: XmlElement, log: ReadingLog): Tracker {
  const author = attributes.author ?? '';
  if (author !== '') log.authors.add(author);
  return { author, at: attributes.date ?? '' };
}

/** Marks with one more change around them; of one kind the inner one holds. */
export function withTracking(marks: readonly ProseMark[], kind: TrackedEnd['kind'], tracker: Tracker): ProseMark[] {
  return [...marks.filter(({ type }) => type !== kind), { type: kind, attrs: { ...tracker } }];
}

/** The change that properties of a paragraph mark or row state; what went after it had come is gone. */
export function trackedEnd(properties: XmlElement | undefined, log: ReadingLog): TrackedEnd | null {
  for (const name of ['w:del', 'w:moveFrom', 'w:ins', 'w:moveTo']) {
    const own = child(properties, name);
    const kind = TRACKING[name];
    if (own && kind) return { kind, ...trackerOf(own, log) };
  }
  return null;
}
