import type { ProseNode } from '../schema/prose-node';
import type { Change } from './change';

export interface ChangeWords {
  /** How a figure or citation reads; without it, by what it is. */
  readonly figureText?: (node: ProseNode) => string;
}

export interface ChangeDescription {
  /** "inserted", "replaced", "moved", … */
  readonly verb: string;
  readonly deleted: string;
  readonly inserted: string;
  /** "in a paragraph", "in a footnote", … */
  readonly where: string;
}

/** A change in words. */
export function describeChange(change: Change, _words: ChangeWords = {}): ChangeDescription {
  return { verb: change.kind, deleted: '', inserted: '', where: '' };
}
