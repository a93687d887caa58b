import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ReferenceStore } from './reference-store';

/** How long a text rests before its citations are worded anew. */
const REST_MS = 120;

/** Tells the store what an editor's text is, while it is open. */
export function useLiveText(editor: Editor | null, sectionId: string, store: ReferenceStore | null): void {
  useEffect(() => {
    if (!editor || !store) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => store.setLive(sectionId, editor, editor.getJSON() as ProseNode);
    const onUpdate = () => {
      clearTimeout(timer);
      timer = setTimeout(() => !editor.isDestroyed && tell(), REST_MS);
    };
    tell();
    editor.on('update', onUpdate);
    return () => {
      clearTimeout(timer);
      editor.off('update', onUpdate);
      store.setLive(sectionId, editor, null);
    };
  }, [editor, sectionId, store]);
}
