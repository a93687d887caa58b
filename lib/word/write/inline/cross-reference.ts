import type { BaseXmlComponent, IRunOptions, ParagraphChild } from 'docx';
import type { ReferencePiece, ReferenceTargets } from '@/lib/letter/references/reference-targets';
import { MISSING_REFERENCE, resolveReference } from '@/lib/letter/references/resolve-reference';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { sectionBookmark } from '../../figure-tag';
import { referenceBookmark, titleKey } from '../referred';
import { changesOf, trackedRunOptions } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { field, pageField } from './field';
import { namedObject } from './named-object';
import { textRuns } from './text-runs';

/** A reference to another place of the letter: fields with the words that they show now, which a program may compute anew. */
export function writeCrossReference(node: ProseNode, context: WriteContext): readonly ParagraphChild[] {
  const options = trackedRunOptions(node.marks, context);
  const resolved = resolveReference(node, targetsFor(node, context));
  const runs = resolved.broken
    ? textRuns(MISSING_REFERENCE, { ...options, bold: true })
    : resolved.pieces.flatMap((piece) => runsOf(piece, options));
  return namedObject(textAttribute(node, 'nodeId'), 'Cross-reference', runs, node.marks, context);
}

function targetsFor({ marks }: ProseNode, context: WriteContext): ReferenceTargets {
  const beside = context.tracker ? 'deleted' : 'inserted';
  const { targets, targetsBeside } = context.referred;
  return changesOf(marks, context).some(({ kind }) => kind === beside) ? targetsBeside : targets;
}

function runsOf({ text, field: kind, of = '' }: ReferencePiece, options: IRunOptions): readonly BaseXmlComponent[] {
  switch (kind) {
    case undefined:
      return textRuns(text, options);
    case 'page':
      return [pageField(pageBookmark(of), options)];
    case 'note':
      return field(`NOTEREF ${referenceBookmark(of)} \\h`, text, options);
    case 'full':
      return field(`REF ${referenceBookmark(of)} \\w \\h`, text, options);
    case 'own':
      return field(`REF ${referenceBookmark(of)} \\n \\h`, text, options);
    case 'title':
      return field(`REF ${referenceBookmark(titleKey(of))} \\h`, text, options);
    case 'words':
      return field(`REF ${referenceBookmark(of)} \\h`, text, options);
  }
}

/** A section's page is that of its own bookmark: the opening has no heading to stand on. */
function pageBookmark(key: string): string {
  return key.startsWith('section:') ? sectionBookmark(key.slice('section:'.length)) : referenceBookmark(key);
}
