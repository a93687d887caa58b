import { ExternalHyperlink, type ParagraphChild } from 'docx';
import { webAddress } from '@/lib/core/web-address';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { rangeEnds, rangeStarts, type ThreadIds } from '../comments/comment-range';
import { COMMENT_END, COMMENT_START } from '../comments/place-threads';
import { trackedRunOptions, trackRuns } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { writeActionCitation } from './action-citation';
import { writeCitation } from './citation';
import { writeCrossReference } from './cross-reference';
import { writeFigureNumber } from './figure-number';
import { writeFootnote } from './footnote';
import { linkOf } from './run-options';
import { textRuns } from './text-runs';

/** The runs of a paragraph's inline nodes. Neighbouring texts with one address are one hyperlink. What is unknown is written as its text. */
export function writeInline(nodes: readonly ProseNode[], context: WriteContext): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) continue;
    const href = node.type === 'text' ? linkOf(node.marks) : null;
    if (href === null) {
      children.push(...writeNode(node, context));
      continue;
    }
    const linked = [node];
    while (isTextWithLink(nodes[index + 1], href)) linked.push(nodes[++index] as ProseNode);
    const runs = linked.flatMap((part) =>
      trackRuns(textRuns(part.text ?? '', { ...trackedRunOptions(part.marks, context), style: 'Hyperlink' }), part.marks, context),
    );
    children.push(new ExternalHyperlink({ link: webAddress(href), children: runs }));
  }
  return children;
}

function isTextWithLink(node: ProseNode | undefined, href: string): boolean {
  return node?.type === 'text' && linkOf(node.marks) === href;
}

function writeNode(node: ProseNode, context: WriteContext): readonly ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return trackRuns(textRuns(node.text ?? '', trackedRunOptions(node.marks, context)), node.marks, context);
    case 'hardBreak':
      return trackRuns(textRuns('\n'), node.marks, context);
    case 'figureNumber':
      return writeFigureNumber(node, context);
    case 'actionCitation':
      return writeActionCitation(node, context);
    case 'citation':
      return writeCitation(node, context);
    case 'crossReference':
      return writeCrossReference(node, context);
    case COMMENT_START:
      return rangeStarts([node.attrs?.ids as ThreadIds]);
    case COMMENT_END:
      return rangeEnds([node.attrs?.ids as ThreadIds]);
    case 'footnote':
      return writeFootnote(node, context, writeInline);
    default:
      return writeInline(node.content ?? [], context);
  }
}
