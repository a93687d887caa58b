import type { Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import type { Node as PmNode } from '@tiptap/pm/model';

/** Marks and inline things go into the footnote that is open, else into the section's text: these do the one or the other. */
export function toggleMarkAtCursor(editor: Editor, name: string): void {
  const footnote = editor.storage.footnote.text;
  const mark = editor.schema.marks[name];
  if (!footnote || !mark) {
    editor.chain().focus().toggleMark(name).run();
    return;
  }
  toggleMark(mark)(footnote.state, footnote.dispatch);
  footnote.focus();
}

export function isMarkAtCursor(editor: Editor, name: string): boolean {
  const footnote = editor.storage.footnote.text;
  const mark = editor.schema.marks[name];
  if (!footnote || !mark) return editor.isActive(name);
  const { empty, $from, from, to } = footnote.state.selection;
  if (empty) return mark.isInSet(footnote.state.storedMarks ?? $from.marks()) !== undefined;
  return footnote.state.doc.rangeHasMark(from, to, mark);
}

export function insertInline(editor: Editor, node: PmNode): void {
  const footnote = editor.storage.footnote.text;
  if (footnote) {
    footnote.dispatch(footnote.state.tr.replaceSelectionWith(node));
    footnote.focus();
    return;
  }
  editor.chain().focus().insertContent(node.toJSON()).run();
}

/** Links the selection, or puts the address in as linked text where nothing is selected; an empty address takes the link away. */
export function setLinkAtCursor(editor: Editor, href: string): void {
  const footnote = editor.storage.footnote.text;
  const link = editor.schema.marks.link;
  if (footnote && link) {
    const { from, to, empty } = footnote.state.selection;
    const tr = footnote.state.tr;
    if (href === '') tr.removeMark(from, to, link);
    else if (empty) tr.replaceSelectionWith(editor.schema.text(href, [link.create({ href })]), false);
    else tr.addMark(from, to, link.create({ href }));
    footnote.dispatch(tr);
    footnote.focus();
    return;
  }
  const chain = editor.chain().focus();
  if (href === '') chain.extendMarkRange('link').unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  } else chain.extendMarkRange('link').setLink({ href }).run();
}
