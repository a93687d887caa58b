import type { Editor } from '@tiptap/core';
import {
  Bold,
  CaseUpper,
  ChartColumn,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react';

import { isMarkAtCursor, toggleMarkAtCursor } from './text-target';

export interface ToolbarAction {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly isActive?: (editor: Editor) => boolean;
  readonly isPossible?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const mark = (id: string, name: string, label: string, icon: LucideIcon, keys?: string): ToolbarAction => ({
  id,
  label,
  icon,
  keys,
  isActive: (editor) => isMarkAtCursor(editor, name),
  isPossible: (editor) => editor.storage.footnote.text !== null || editor.can().toggleMark(name),
  run: (editor) => toggleMarkAtCursor(editor, name),
});

const heading = (level: 1 | 2 | 3, icon: LucideIcon): ToolbarAction => ({
  id: `heading-${level}`,
  label: `Heading ${level}`,
  keys: `Mod+Alt+${level}`,
  icon,
  isActive: (editor) => editor.isActive('heading', { level }),
  isPossible: (editor) => editor.can().toggleHeading({ level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

/** What a toolbar offers in groups, each with its key; dialogs, tables and figures are the toolbar's own. */
export const TOOLBAR_GROUPS: readonly (readonly ToolbarAction[])[] = [
  [
    {
      id: 'undo',
      label: 'Undo',
      keys: 'Mod+Z',
      icon: Undo2,
      isPossible: (editor) => editor.can().undo(),
      run: (editor) => editor.chain().focus().undo().run(),
    },
    {
      id: 'redo',
      label: 'Redo',
      keys: 'Mod+Shift+Z',
      icon: Redo2,
      isPossible: (editor) => editor.can().redo(),
      run: (editor) => editor.chain().focus().redo().run(),
    },
  ],
  [heading(1, Heading1), heading(2, Heading2), heading(3, Heading3)],
  [
    mark('bold', 'bold', 'Bold', Bold, 'Mod+B'),
    mark('italic', 'italic', 'Italic', Italic, 'Mod+I'),
    mark('underline', 'underline', 'Underline', Underline, 'Mod+U'),
    mark('small-caps', 'smallCaps', 'Small capitals', CaseUpper, 'Mod+Shift+K'),
    mark('strike', 'strike', 'Strike through', Strikethrough, 'Mod+Shift+S'),
    mark('superscript', 'superscript', 'Superscript', Superscript, 'Mod+.'),
    mark('subscript', 'subscript', 'Subscript', Subscript, 'Mod+,'),
  ],
  [
    {
      id: 'bullets',
      label: 'Bulleted list',
      keys: 'Mod+Shift+8',
      icon: List,
      isActive: (editor) => editor.isActive('bulletList'),
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      id: 'numbers',
      label: 'Numbered list',
      keys: 'Mod+Shift+7',
      icon: ListOrdered,
      isActive: (editor) => editor.isActive('orderedList'),
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      id: 'quote',
      label: 'Quotation',
      keys: 'Mod+Shift+B',
      icon: TextQuote,
      isActive: (editor) => editor.isActive('blockquote'),
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
  ],
];

export const FOOTNOTE_ACTION: ToolbarAction = {
  id: 'footnote',
  label: 'Footnote',
  keys: 'Mod+Alt+F',
  icon: MessageSquareQuote,
  isPossible: (editor) => editor.can().insertFootnote(),
  run: (editor) => editor.chain().focus().insertFootnote().run(),
};

export const FIGURE_ICON = ChartColumn;
