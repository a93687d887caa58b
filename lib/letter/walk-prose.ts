import { cleanText } from '@/lib/core/clean-text';
import { INLINE_ATOMS } from './schema/inline-nodes';
import type { ProseNode } from './schema/prose-node';

/** Every node under `root`, itself included, in reading order; a footnote's text comes where its mark stands. */
export function* walkProse(root: ProseNode): Generator<ProseNode> {
  yield root;
  for (const child of root.content ?? []) yield* walkProse(child);
}

/** Whether a text says anything: a word, a figure or a citation; white space, signs that take no room and empty blocks are nothing. */
export function hasContent(root: ProseNode): boolean {
  for (const node of walkProse(root)) {
    if (node.type === 'text' && cleanText(node.text ?? '').trim() !== '') return true;
    if (CONTENT_ATOMS.has(node.type)) return true;
  }
  return false;
}

const CONTENT_ATOMS: ReadonlySet<string> = new Set(['figureTable', 'figureChart', ...INLINE_ATOMS]);

/** A string attribute of a node; null where it is absent, empty or of another type. */
export function textAttribute(node: ProseNode, name: string): string | null {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
