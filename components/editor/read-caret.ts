import type { EditorView } from '@tiptap/pm/view';

/**
 * Has the editor read where the browser's cursor is. The browser moves it at a key and says so later; what is drawn in between would put it back
 * to where the editor last knew it.
 */
export function readCaret(view: EditorView): void {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}
