import type { ProseMark, ProseNode } from '../schema/prose-node';
import type { TrackedEnd, TrackedForm } from './tracked';

/** What is decided about tracked changes: all of them made, or none. */
export type Side = 'accept' | 'reject';

/** The names of the marks that tracking adds to those of the schema. */
const TRACKING_MARKS: ReadonlySet<string> = new Set(['inserted', 'deleted', 'reformatted']);
const TRACKING_ATTRIBUTES: ReadonlySet<string> = new Set(['trackedEnd', 'tracked', 'trackedForm']);

/** Whether something put in or taken out is gone once a side is chosen. */
export function isGoing(kind: TrackedEnd['kind'], side: Side): boolean {
  return (kind === 'deleted') === (side === 'accept');
}

/** Whether an inline node is gone once a side is chosen. What was put in and taken out again is there on neither side. */
export function isGone(node: ProseNode, side: Side): boolean {
  return (node.marks ?? []).some(({ type }) => (type === 'inserted' || type === 'deleted') && isGoing(type, side));
}

/** The marks of the schema that an inline node bears once a side is chosen. */
export function marksOn(node: ProseNode, side: Side): readonly ProseMark[] {
  const before = (node.marks ?? []).find(({ type }) => type === 'reformatted')?.attrs?.before;
  const marks = side === 'reject' && Array.isArray(before) ? (before as readonly ProseMark[]) : (node.marks ?? []);
  return marks.filter(({ type }) => !TRACKING_MARKS.has(type));
}

export function trackedEndOf(node: ProseNode): TrackedEnd | null {
  return (node.attrs?.trackedEnd as TrackedEnd | undefined) ?? null;
}

/** What is said of a row or figure that comes or goes as a whole. */
export function trackedOf(node: ProseNode): TrackedEnd | null {
  return (node.attrs?.tracked as TrackedEnd | undefined) ?? null;
}

export function trackedFormOf(node: ProseNode): TrackedForm | null {
  return (node.attrs?.trackedForm as TrackedForm | undefined) ?? null;
}

/** A node's attributes without what tracking added. */
export function plainAttrs(node: ProseNode): { readonly attrs?: Readonly<Record<string, unknown>> } {
  if (!node.attrs) return {};
  return { attrs: Object.fromEntries(Object.entries(node.attrs).filter(([name]) => !TRACKING_ATTRIBUTES.has(name))) };
}
