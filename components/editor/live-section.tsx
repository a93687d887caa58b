'use client';

import type { AnyExtension } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useReferenceStore } from '@/components/citations/references-context';
import { useLiveText } from '@/components/citations/use-live-text';
import type { Change } from '@/lib/letter/compare/change';
import { sectionExtensions } from '@/lib/letter/schema/section-extensions';
import { useFigures } from './figure-provider';
import { sectionNodeViews } from './figure-views';
import { rebindEditor } from './rebind-editor';
import { roomExtensions } from './room-extensions';
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
  /** Of the room it was bound to before: what the given one has not yet; null where another one comes. Asked in the moment of the binding. */
  takeOver?: (room: SectionRoom) => readonly Change[] | null;
  onReady?: (handle: SectionHandle) => void;
  /** Everything that is typed from now on goes into this room. */
  onBound?: (room: SectionRoom) => void;
  onFocus?: (handle: SectionHandle) => void;
}

/** How often it is asked whether letters that are being composed of several keys stand. */
const COMPOSING_MS = 50;

/**
 * The editor of a section on its room. Mounted only when the room's text is there; history is each member's own. Given another room whose text
 * is there, the same editor goes on in that one.
 */
export default function LiveSection({
  room,
  sectionId,
  label,
  editable,
  reachable = false,
  user,
  extensions = [],
  focusAt,
  takeOver,
  onReady,
  onBound,
  onFocus,
}: LiveSectionProps) {
  const figures = useFigures();
  const references = useReferenceStore();
  const present = useRef(figures);
  present.current = figures;
  const handle = useRef<SectionHandle | null>(null);
  const calls = useRef({ takeOver, onReady, onBound, onFocus });
  calls.current = { takeOver, onReady, onBound, onFocus };
  const bound = useRef(room);

  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable,
      extensions: [
        ...sectionExtensions(
          sectionNodeViews(() => present.current, references),
          { newId: () => crypto.randomUUID(), isReady: () => bound.current.getView().synced },
        ),
        ...roomExtensions({ room, user }),
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
        calls.current.onBound?.(bound.current);
      },
      onFocus: () => {
        if (handle.current) calls.current.onFocus?.(handle.current);
      },
    },
    [sectionId],
  );

  useLiveText(editor, sectionId, references);

  const { memberId, name } = user;
  useLayoutEffect(() => {
    if (!editor || bound.current === room) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const bind = () => {
      if (editor.isDestroyed) return;
      if (editor.view.composing) {
        timer = setTimeout(bind, COMPOSING_MS);
        return;
      }
      const takeOver = () => calls.current.takeOver?.(room) ?? null;
      if (!rebindEditor(editor, { room, user: { memberId, name }, takeOver })) return;
      bound.current = room;
      calls.current.onBound?.(room);
    };
    bind();
    return () => clearTimeout(timer);
  }, [editor, room, memberId, name]);
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
