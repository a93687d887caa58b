import type { Editor } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

/** Where the cursor stands, by the names of blocks, so that it can be put back in another document with the same text. */
export interface CaretPlace {
  readonly anchor: BlockOffset;
  readonly head: BlockOffset;
  readonly focused: boolean;
}

interface BlockOffset {
  readonly blockId: string;
  readonly offset: number;
}

/** Null where the cursor is in no named block, e.g. on a chart. */
export function caretPlaceOf(editor: Editor): CaretPlace | null {
  const { $anchor, $head } = editor.state.selection;
  const at = ({ parent, parentOffset }: typeof $anchor): BlockOffset | null =>
    parent.isTextblock && typeof parent.attrs.id === 'string' ? { blockId: parent.attrs.id, offset: parentOffset } : null;
  const [anchor, head] = [at($anchor), at($head)];
  return anchor && head ? { anchor, head, focused: editor.isFocused } : null;
}

/** Puts the cursor where it stood; leaves it alone where those blocks are gone. */
export function putCaret(editor: Editor, { anchor, head, focused }: CaretPlace): void {
  const { doc, tr } = editor.state;
  const [from, to] = [positionIn(doc, anchor), positionIn(doc, head)];
  if (from !== null && to !== null)
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)).setMeta('addToHistory', false));
  if (focused) editor.view.focus();
}

function positionIn(doc: PmNode, { blockId, offset }: BlockOffset): number | null {
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (found === null && node.isTextblock && node.attrs.id === blockId) found = position + 1 + Math.min(offset, node.content.size);
    return found === null;
  });
  return found;
}
