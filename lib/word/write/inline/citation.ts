import type { BaseXmlComponent, ParagraphChild } from 'docx';
import { citedAgain, MISSING_SOURCE } from '@/lib/letter/citations/cite-letter';
import { targetKey } from '@/lib/letter/references/reference-targets';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { referenceBookmark } from '../referred';
import { trackedRunOptions } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { field } from './field';
import { namedObject } from './named-object';
import { textRuns } from './text-runs';

/** A citation in the form that its place in the letter asks for; the number of a note that it names is a NOTEREF field. */
export function writeCitation(node: ProseNode, context: WriteContext): readonly ParagraphChild[] {
  const nodeId = textAttribute(node, 'nodeId');
  const { cited: all } = context.referred;
  const cited = nodeId === null ? undefined : (all.get(citedAgain(context.sectionId ?? '', nodeId)) ?? all.get(nodeId));
  const options = trackedRunOptions(node.marks, context);
  if (cited === undefined || cited.form === 'missing') {
    return namedObject(nodeId, 'Citation', textRuns(MISSING_SOURCE, { ...options, bold: true }), node.marks, context);
  }
  const runs = cited.runs.flatMap(({ text, italic, noteId }): readonly BaseXmlComponent[] => {
    if (noteId !== undefined) return field(`NOTEREF ${referenceBookmark(targetKey('footnote', noteId))} \\h`, text, options);
    return textRuns(text, italic ? { ...options, italics: options.italics !== true } : options);
  });
  return namedObject(nodeId, 'Citation', runs, node.marks, context);
}
