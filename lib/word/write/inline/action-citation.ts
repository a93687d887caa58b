import type { ParagraphChild } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { actionBookmark, actionTag } from '../../object-names';
import { trackedControl, trackedRunOptions, trackRuns } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { bookmarkEnd, bookmarkStart, inParagraph } from '../xml-element';
import { textRuns } from './text-runs';

/** Stands where an action is cited that the catalogue does not have. */
export const MISSING_CITATION = '[citation not available]';

/** A related action as the catalogue cites it, as text in a content control within a bookmark. */
export function writeActionCitation(node: ProseNode, context: WriteContext): readonly ParagraphChild[] {
  const key = textAttribute(node, 'actionKey');
  const words = key === null ? null : context.citeAction(key);
  const options = trackedRunOptions(node.marks, context);
  const runs = words === null ? textRuns(MISSING_CITATION, { ...options, bold: true }) : textRuns(words, options);
  if (key === null) return trackRuns(runs, node.marks, context);
  const bookmark = context.ids.next();
  const control = { id: context.ids.next(), tag: actionTag(key), title: 'Related action' };
  return [
    inParagraph(bookmarkStart(bookmark, actionBookmark(key, bookmark))),
    ...trackedControl(control, runs, node.marks, context).map(inParagraph),
    inParagraph(bookmarkEnd(bookmark)),
  ];
}
