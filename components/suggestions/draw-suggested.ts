import { DOMSerializer, Node as PmNode, type Schema } from '@tiptap/pm/model';
import { INLINE_ATOMS } from '@/lib/letter/schema/inline-nodes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** What reads in place of a figure or citation, which the text itself does not hold. */
export type AtomWords = (node: PmNode) => string;

const ATOMS =
  '[data-figure-number], [data-figure-table], [data-figure-chart], [data-action-citation], [data-citation], [data-cross-reference]';
const ATOM_TYPES: ReadonlySet<string> = new Set(['figureTable', 'figureChart', ...INLINE_ATOMS]);

/**
 * Words, blocks, items, rows or cells that are not in the document, as elements of the kinds that fit their place. What does not belong to the
 * schema of this page is left out: a suggestion must not break the text around it.
 */
export function drawSuggested(schema: Schema, nodes: readonly ProseNode[], words: AtomWords): Node[] {
  const serializer = DOMSerializer.fromSchema(schema);
  return nodes.flatMap((json) => {
    const node = readNode(schema, json);
    if (!node) return [];
    const drawn = serializer.serializeNode(node);
    if (drawn instanceof HTMLElement) nameAtoms(drawn, node, words);
    return [drawn];
  });
}

function readNode(schema: Schema, json: ProseNode): PmNode | null {
  try {
    return PmNode.fromJSON(schema, json);
  } catch {
    return null;
  }
}

function nameAtoms(drawn: HTMLElement, node: PmNode, words: AtomWords): void {
  const atoms: PmNode[] = [];
  const note = (each: PmNode) => {
    if (ATOM_TYPES.has(each.type.name)) atoms.push(each);
  };
  note(node);
  node.descendants(note);
  const elements = [...(drawn.matches(ATOMS) ? [drawn] : []), ...drawn.querySelectorAll<HTMLElement>(ATOMS)];
  for (const [index, element] of elements.entries()) {
    const atom = atoms[index];
    if (atom) element.textContent = words(atom);
  }
}
