import type { Editor } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

/** Where the cursor stands, by the names of blocks. */
export interface CaretPlace {
  readonly anchor: BlockOffset;
  readonly head: BlockOffset;
}

interface BlockOffset {
  readonly blockId: string;
  readonly offset: number;
}

/** Null where it is no cursor in named blocks, e.g. a chosen chart. */
export function caretPlaceOf({ state: { selection } }: Editor): CaretPlace | null {
  if (!(selection instanceof TextSelection)) return null;
  const at = ({ parent, parentOffset }: typeof selection.$anchor): BlockOffset | null =>
    typeof parent.attrs.id === 'string' ? { blockId: parent.attrs.id, offset: parentOffset } : null;
  const [anchor, head] = [at(selection.$anchor), at(selection.$head)];
  return anchor && head ? { anchor, head } : null;
}

/** Puts the cursor back into its blocks where the changes of a transaction took it out of them although they still stand. */
export function keepCaretIn(tr: Transaction, { anchor, head }: CaretPlace): void {
  const { $anchor, $head } = tr.selection;
  if ($anchor.parent.attrs.id === anchor.blockId && $head.parent.attrs.id === head.blockId) return;
  const [from, to] = [positionIn(tr.doc, anchor), positionIn(tr.doc, head)];
  if (from !== null && to !== null) tr.setSelection(TextSelection.create(tr.doc, from, to));
}

function positionIn(doc: PmNode, { blockId, offset }: BlockOffset): number | null {
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (found === null && node.isTextblock && node.attrs.id === blockId) found = position + 1 + Math.min(offset, node.content.size);
    return found === null;
  });
  return found;
}
