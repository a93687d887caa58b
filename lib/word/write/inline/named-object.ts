import type { BaseXmlComponent, ParagraphChild } from 'docx';
import type { ProseMark } from '@/lib/letter/schema/prose-node';
import { objectBookmark, objectTag } from '../../figure-tag';
import { trackedControl, trackRuns } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { bookmarkEnd, bookmarkStart, inParagraph } from '../xml-element';

/** Runs in a content control within a bookmark, both named by the node that they are of, so that a returned file leads back to it. */
export function namedObject(
  nodeId: string | null,
  title: string,
  runs: readonly BaseXmlComponent[],
  marks: readonly ProseMark[] | undefined,
  context: WriteContext,
): readonly ParagraphChild[] {
  if (nodeId === null) return trackRuns(runs as readonly ParagraphChild[], marks, context);
  const bookmark = context.ids.next();
  return [
    inParagraph(bookmarkStart(bookmark, objectBookmark(nodeId))),
    ...trackedControl({ id: context.ids.next(), tag: objectTag(nodeId), title }, runs, marks, context).map(inParagraph),
    inParagraph(bookmarkEnd(bookmark)),
  ];
}
