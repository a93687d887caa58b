import { nodeName } from '../compare/node-name';
import type { LetterContent } from '../letter-content';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { hasContent } from '../walk-prose';
import { inlineProtections, protectionOfNode } from './inline-protections';
import type { Protection } from './protection';

/** A stretch of words, a note, a figure or a block that is held back. */
export interface ProtectedPart {
  readonly protection: Protection;
  /** the type of its node; "words" for a stretch of words */
  readonly what: string;
  /** the name of the node, of a stretch of words the name of its block */
  readonly nodeId: string | null;
  readonly text: string;
}

export interface ProtectedPartOfLetter extends ProtectedPart {
  readonly sectionId: string;
}

/** All that is held back in a letter, in the order of its sections. `atomText` says how a figure or citation reads. */
export function protectedParts(
  content: Pick<LetterContent, 'sections'>,
  atomText?: (node: ProseNode) => string,
): readonly ProtectedPartOfLetter[] {
  return content.sections.flatMap(({ id, body }) => partsOfBody(body, atomText).map((part) => ({ ...part, sectionId: id })));
}

/** What is held back in one body. What stands in a confidential block is no part of its own, unless it is privileged. */
function partsOfBody(body: ProseNode, atomText: (node: ProseNode) => string = () => ''): readonly ProtectedPart[] {
  const parts: ProtectedPart[] = [];
  const textOf = (nodes: readonly ProseNode[]) => plainTextOf({ type: 'paragraph', content: nodes }, { atomText });
  const block = (node: ProseNode, around: Protection | null) => {
    const own = protectionOfNode(node);
    const told = own !== null && (around === null || (around === 'confidential' && own === 'privileged')) && hasContent(node);
    if (told) parts.push({ protection: own, what: node.type, nodeId: nodeName(node), text: plainTextOf(node, { atomText }) });
    const holding = told ? own : around;
    if (TEXT_BLOCKS.has(node.type)) inline(node, holding);
    else for (const child of node.content ?? []) block(child, holding);
  };
  const inline = (text: ProseNode, around: Protection | null) => {
    const nodes = text.content ?? [];
    const kinds = inlineProtections(nodes);
    let run: ProseNode[] = [];
    nodes.forEach((node, index) => {
      const kind = kinds[index] ?? null;
      const held = kind !== null && (around === null || (around === 'confidential' && kind === 'privileged'));
      if (node.type === 'footnote') {
        if (held && hasContent(node))
          parts.push({ protection: kind, what: 'footnote', nodeId: nodeName(node), text: textOf(node.content ?? []) });
        for (const paragraph of node.content ?? []) block(paragraph, held ? kind : around);
        return;
      }
      if (!held) return;
      run.push(node);
      const next = nodes[index + 1];
      if (next !== undefined && next.type !== 'footnote' && kinds[index + 1] === kind) return;
      const only = run.length === 1 && node.type !== 'text' ? node : null;
      if (run.some(hasContent)) {
        parts.push({ protection: kind, what: only?.type ?? 'words', nodeId: nodeName(only ?? text), text: textOf(run) });
      }
      run = [];
    });
  };
  block(body, null);
  return parts;
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading']);
