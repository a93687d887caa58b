import type { Change } from '@/lib/letter/compare/change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { RedlineFigures } from './figure-words';
import { MarkedBody } from './marked-body';
import { redlineTree } from './redline-tree';

interface RedlineBodyProps {
  before: ProseNode;
  after: ProseNode;
  /** What leads from `before` to `after`, as compareBodies gives it. */
  changes: readonly Change[];
  /** The values of the figures of both, keyed "figureId@runId": { ...before.figures, ...after.figures } of two letters' contents. */
  figures: RedlineFigures;
  /** Folds long stretches without a change away; they open by a click. */
  fold?: boolean;
}

/**
 * A section's text with every change marked in it: put in underlined, taken out struck through, moved and changed named in words. Elements of a
 * change carry `data-change` (its place in `changes`) and `data-topics`. Works on the server and in a browser.
 */
export function RedlineBody({ before, after, changes, figures, fold = false }: RedlineBodyProps) {
  return <MarkedBody body={redlineTree(before, after, changes)} figures={figures} fold={fold} />;
}
