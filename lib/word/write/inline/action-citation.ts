import type { ParagraphChild } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { trackedRunOptions, trackRuns } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { textRuns } from './text-runs';

/** Stands where an action is cited that the catalogue does not have. */
export const MISSING_CITATION = '[citation not available]';

/** A related action as the catalogue cites it, as text. */
export function writeActionCitation(node: ProseNode, context: WriteContext): readonly ParagraphChild[] {
  const key = textAttribute(node, 'actionKey');
  const words = key === null ? null : context.citeAction(key);
  const options = trackedRunOptions(node.marks, context);
  return trackRuns(words === null ? textRuns(MISSING_CITATION, { ...options, bold: true }) : textRuns(words, options), node.marks, context);
}
