import type { Editor } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import { textAnchor } from '@/lib/letter/anchors/make-anchor';

const MAX_QUOTE = 160;

/**
 * What a comment may be about, given what is selected: the words (of the first block, where several are selected), the figure or footnote, the table
 * around it, and always the whole section, which comes last.
 */
export function anchorsOfSelection(editor: Editor): readonly Anchor[] {
  const { state } = editor;
  const anchors: Anchor[] = [];
  const words = textOf(state);
  if (words) anchors.push(words);
  const { selection } = state;
  if (selection instanceof NodeSelection) anchors.push(...nodeAnchor(selection.node, drawnText(editor, selection.from)));
  if (selection instanceof CellSelection || !selection.empty) {
    for (let depth = selection.$from.depth; depth > 0; depth -= 1) {
      const node = selection.$from.node(depth);
      if (node.type.name === 'table') anchors.push(...nodeAnchor(node, node.textBetween(0, node.content.size, ' ')));
    }
  }
  return [...anchors, { kind: 'section' }];
}

/** The selected words as an anchor; null where nothing but a node, or nothing at all, is selected. */
function textOf({ doc, selection }: EditorState): Anchor | null {
  if (selection.empty || selection instanceof NodeSelection || selection instanceof CellSelection) return null;
  let found: Anchor | null = null;
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (found || node.type.name === 'footnote') return false;
    if (!node.isTextblock) return true;
    const from = Math.max(selection.from - position - 1, 0);
    const to = Math.min(selection.to - position - 1, node.content.size);
    if (from < to && typeof node.attrs.id === 'string') found = textAnchor(doc.toJSON(), node.attrs.id, from, to);
    return false;
  });
  return found;
}

const NAMES: Readonly<Record<string, string>> = {
  figureNumber: 'Figure',
  figureTable: 'Table of figures',
  figureChart: 'Chart',
  footnote: 'Footnote',
  table: 'Table',
};

function nodeAnchor(node: PmNode, words: string): readonly Anchor[] {
  const name = NAMES[node.type.name];
  const nodeId = node.attrs.nodeId ?? node.attrs.id;
  if (name === undefined || typeof nodeId !== 'string') return [];
  const clean = words.replace(/\s+/g, ' ').trim();
  const quote = clean.length > MAX_QUOTE ? `${clean.slice(0, MAX_QUOTE)}…` : clean;
  return [{ kind: 'node', nodeId, quote: quote === '' ? name : `${name}: ${quote}` }];
}

/** What a selected node says on the screen: a figure's text is drawn and stands nowhere in the document. */
function drawnText(editor: Editor, position: number): string {
  const node = editor.state.doc.nodeAt(position);
  if (node?.type.name === 'footnote') return node.textContent;
  if (typeof node?.attrs.caption === 'string' && node.attrs.caption !== '') return node.attrs.caption;
  const drawn = editor.view.nodeDOM(position);
  const labelled = drawn instanceof HTMLElement ? drawn.querySelector('[aria-label]') : null;
  return labelled?.getAttribute('aria-label') ?? '';
}
