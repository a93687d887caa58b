import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { ReferenceStore } from './reference-store';

/** Opens the dialog of the citation or cross-reference that is selected; false where none is. */
export function openSelectedObject(editor: Editor, store: ReferenceStore | null): boolean {
  const { selection } = editor.state;
  if (!store || !(selection instanceof NodeSelection)) return false;
  const { name } = selection.node.type;
  if (name !== 'citation' && name !== 'crossReference') return false;
  const apply = (attrs: Readonly<Record<string, unknown>>) => {
    editor.chain().focus().updateAttributes(name, attrs).run();
  };
  store.onEdit({ type: name, attrs: selection.node.attrs, apply: editor.isEditable ? apply : null });
  return true;
}
