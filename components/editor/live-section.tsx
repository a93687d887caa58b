'use client';

import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { sectionExtensions } from '@/lib/letter/schema/section-extensions';
import { caretColour } from './caret-colour';
import { drawCaret } from './draw-caret';
import { useFigures } from './figure-provider';
import { sectionNodeViews } from './figure-views';
import { KeepCaret } from './keep-caret';
import { type SectionHandle, sectionHandle } from './section-handle';
import type { SectionRoom } from './section-room';

interface LiveSectionProps {
  room: SectionRoom;
  sectionId: string;
  /** Its accessible name. */
  label: string;
  editable: boolean;
  /** Reached by the Tab key although it cannot be edited, because being reached does something. */
  reachable?: boolean;
  user: { readonly memberId: string; readonly name: string };
  /** What else works on this text, e.g. the marks of comments; read once, when the editor is made. */
  extensions?: readonly AnyExtension[];
  /** Where the section was clicked before its editor stood, from the corner of its frame, once that is seen: the cursor goes there. */
  focusAt: { readonly x: number; readonly y: number } | null;
  onReady?: (handle: SectionHandle) => void;
  onFocus?: (handle: SectionHandle) => void;
}

/** The editor of a section on its room. Mounted only when the room's text is there; history is each member's own. */
export default function LiveSection({
  room,
  sectionId,
  label,
  editable,
  reachable = false,
  user,
  extensions = [],
  focusAt,
  onReady,
  onFocus,
}: LiveSectionProps) {
  const figures = useFigures();
  const present = useRef(figures);
  present.current = figures;
  const handle = useRef<SectionHandle | null>(null);
  const calls = useRef({ onReady, onFocus });
  calls.current = { onReady, onFocus };

  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable,
      extensions: [
        ...sectionExtensions(
          sectionNodeViews(() => present.current),
          { newId: () => crypto.randomUUID(), isReady: () => room.getView().synced },
        ),
        Collaboration.configure({ document: room.document, field: ROOM_FRAGMENT }),
        KeepCaret.configure({ document: room.document }),
        CollaborationCaret.configure({
          provider: room.provider,
          user: { name: user.name, color: caretColour(user.memberId) },
          render: drawCaret,
          selectionRender: ({ color }) => ({ nodeName: 'span', class: 'other-selection', 'data-colour': String(color ?? '') }),
        }),
        ...extensions,
      ],
      editorProps: {
        attributes: {
          id: `section-text-${sectionId}`,
          class: 'section-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          lang: 'en-US',
          spellcheck: 'true',
        },
      },
      onCreate: ({ editor: created }) => {
        handle.current = sectionHandle(sectionId, created, () => crypto.randomUUID());
        calls.current.onReady?.(handle.current);
      },
      onFocus: () => {
        if (handle.current) calls.current.onFocus?.(handle.current);
      },
    },
    [room],
  );

  useEffect(() => {
    if (editor && editor.isEditable !== editable) editor.setEditable(editable, false);
    editor?.view.dom.setAttribute('aria-readonly', String(!editable));
  }, [editor, editable]);
  useEffect(() => {
    if (reachable) editor?.view.dom.setAttribute('tabindex', '0');
    else if (!editable) editor?.view.dom.removeAttribute('tabindex');
  }, [editor, editable, reachable]);

  useEffect(() => {
    if (!editor || !focusAt) return;
    const frame = editor.view.dom.closest('[data-section]')?.getBoundingClientRect();
    const at = editor.view.posAtCoords({ left: focusAt.x + (frame?.left ?? 0), top: focusAt.y + (frame?.top ?? 0) });
    editor.commands.focus(at?.pos ?? 'end');
  }, [editor, focusAt]);

  return <EditorContent editor={editor} />;
}
