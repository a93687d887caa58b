import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { Protection } from '@/lib/letter/protection/protection';
import { protectionAt, protectSelection } from '@/lib/letter/schema/protect-selection';

/** Holds back what is selected in the footnote that is open, else in the section's text; in a footnote without a selection the footnote itself. */
export function protectAtCursor(editor: Editor, protection: Protection | null): void {
  const footnote = editor.storage.footnote.text;
  if (!footnote || footnote.state.selection.empty) {
    editor.chain().focus().setProtection(protection).run();
    return;
  }
  protectSelection(protection)(footnote.state, footnote.dispatch);
  footnote.focus();
}

/** What holds back the place of the cursor, in the footnote that is open or in the text. */
export function protectionAtCursor(editor: Editor): Protection | null {
  const footnote = editor.storage.footnote.text;
  return (footnote && protectionAt(footnote.state)) ?? protectionAt(editor.state);
}

/** What would be held back: the selected words, the selected node, or the block around the cursor. */
export function protectionTarget(editor: Editor): string {
  const footnote = editor.storage.footnote.text;
  const state: EditorState = footnote && !footnote.state.selection.empty ? footnote.state : editor.state;
  if ('node' in state.selection) return NAMES[(state.selection.node as { type: { name: string } }).type.name] ?? 'selection';
  if (!state.selection.empty) return 'selected words';
  return NAMES[state.selection.$from.parent.type.name] ?? 'paragraph';
}

const NAMES: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  figureNumber: 'figure',
  figureTable: 'table',
  figureChart: 'chart',
  footnote: 'footnote',
  actionCitation: 'citation',
  citation: 'citation',
  crossReference: 'cross-reference',
};
