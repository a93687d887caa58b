import { nodeName } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { hasContent, walkProse } from '../walk-prose';
import { inlineProtections, protectionOfNode } from './inline-protections';
import type { Protection } from './protection';

/** Stands where words, blocks or notes are held back. It says nothing of how long they are. */
export const REDACTED = '[Redacted]';

/** One place at which something was replaced. `nodeId` is the block's, note's or figure's name. */
export interface Redaction {
  readonly protection: Protection;
  readonly what: string;
  readonly nodeId: string | null;
}

/**
 * A body in which nothing that is held back is left. What is numbered keeps its place: headings, notes, tables and charts that are held back
 * stand as "[Redacted]" each; any other block is one such paragraph, a row such cells, a stretch of words such a word. `tell` hears of each place.
 */
export function redactBody(body: ProseNode, tell: (redaction: Redaction) => void = () => {}): ProseNode {
  return { ...body, content: (body.content ?? []).flatMap((node) => redactBlock(node, tell)) };
}

type Tell = (redaction: Redaction) => void;

function redactBlock(node: ProseNode, tell: Tell): ProseNode[] {
  const kind = protectionOfNode(node);
  if (kind === null || !hasContent(node)) return [opened(node, tell)];
  tell({ protection: kind, what: node.type, nodeId: nodeName(node) });
  return replaced(node);
}

/** The node with what is held back inside of it replaced. */
function opened(node: ProseNode, tell: Tell): ProseNode {
  const bare = unmarked(node);
  if (!node.content) return bare;
  if (TEXT_BLOCKS.has(node.type)) return { ...bare, content: redactInline(node, tell) };
  return { ...bare, content: node.content.flatMap((child) => redactBlock(child, tell)) };
}

function replaced(node: ProseNode): ProseNode[] {
  const bare = unmarked(node);
  switch (node.type) {
    case 'heading':
      return [{ ...bare, content: wordsFor(node) }];
    case 'figureTable':
    case 'figureChart':
      return [emptyExhibit(node)];
    case 'listItem':
      return [{ ...bare, content: blocksFor(node, null) }];
    case 'tableRow':
      return [{ ...bare, content: (node.content ?? []).map((cell) => ({ ...unmarked(cell), content: blocksFor(cell, null) })) }];
    default:
      return blocksFor(node, nodeName(node));
  }
}

/** One paragraph for a block, and behind it what in the block is numbered through the letter. */
function blocksFor(node: ProseNode, id: string | null): ProseNode[] {
  const numbered = [...walkProse(node)].filter((inner) => inner !== node && NUMBERED.has(inner.type) && hasContent(inner));
  return [{ type: 'paragraph', attrs: { id }, content: wordsFor(node, numbered) }, ...numbered.flatMap(replaced)];
}

/** The word for a block, and the marks of its notes, which keep their numbers; those that stand in a block of `apart` stay there. */
function wordsFor(node: ProseNode, apart: readonly ProseNode[] = []): ProseNode[] {
  const elsewhere = new Set(apart.flatMap((inner) => [...walkProse(inner)]));
  const notes = [...walkProse(node)].filter(
    (inner) => inner !== node && inner.type === 'footnote' && !elsewhere.has(inner) && hasContent(inner),
  );
  return [{ type: 'text', text: REDACTED }, ...notes.map(emptyNote)];
}

function redactInline(block: ProseNode, tell: Tell): ProseNode[] {
  const nodes = block.content ?? [];
  const kinds = inlineProtections(nodes);
  const out: ProseNode[] = [];
  let closing = '';
  let open = false;
  const close = () => {
    if (open && closing !== '') out.push({ type: 'text', text: closing });
    open = false;
  };
  nodes.forEach((node, index) => {
    const kind = kinds[index] ?? null;
    if (kind === null) {
      close();
      out.push(node.type === 'footnote' ? opened(node, tell) : unmarked(node));
    } else if (node.type === 'footnote') {
      close();
      out.push(hasContent(node) ? emptyNote(node) : unmarked(node));
      tell({ protection: kind, what: 'footnote', nodeId: nodeName(node) });
    } else {
      const text = node.text ?? '';
      if (!open) {
        out.push({ type: 'text', text: `${/^\s/.test(text) ? ' ' : ''}${REDACTED}` });
        tell({ protection: kind, what: 'words', nodeId: nodeName(node) ?? nodeName(block) });
      }
      open = true;
      closing = /\s$/.test(text) ? ' ' : '';
    }
  });
  close();
  return out;
}

function emptyNote(note: ProseNode): ProseNode {
  return {
    type: 'footnote',
    attrs: { id: nodeName(note) },
    content: [{ type: 'paragraph', attrs: { id: null }, content: [{ type: 'text', text: REDACTED }] }],
  };
}

/** A table or chart that is bound to nothing; the writer says "[Redacted]" where it would say that a figure is missing. */
function emptyExhibit(node: ProseNode): ProseNode {
  const { id = null, nodeId = null } = node.attrs ?? {};
  return { type: node.type, attrs: { id, nodeId, figureId: null, runId: null, caption: null, redacted: true } };
}

/** Whether the text asks for it to stand as redacted, see emptyExhibit. */
export function isRedactedExhibit(node: ProseNode): boolean {
  return node.attrs?.redacted === true;
}

function unmarked(node: ProseNode): ProseNode {
  const { protection: _own, ...attrs } = node.attrs ?? {};
  const marks = (node.marks ?? []).filter(({ type }) => type !== 'protectedText');
  const { attrs: _attrs, marks: _marks, ...bare } = node;
  return { ...bare, ...(node.attrs ? { attrs } : {}), ...(marks.length > 0 ? { marks } : {}) };
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading']);
const NUMBERED: ReadonlySet<string> = new Set(['heading', 'figureTable', 'figureChart']);
