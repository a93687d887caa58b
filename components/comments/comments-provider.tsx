'use client';

import type { AnyExtension } from '@tiptap/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useLetterNews } from '@/components/live/letter-news';
import { CommentButton } from './comment-button';
import { commentHighlights } from './comment-highlights';
import { CommentStore } from './comment-store';
import { showThreadInText } from './show-thread-in-text';
import { type Comments, CommentsContext } from './use-comments';

interface CommentsProviderProps {
  letterId: string;
  user: { memberId: string; name: string };
  /** The thread that the page was opened for. */
  initialThread?: string | null;
  /** A thread was opened, or a comment begun: show the panel. */
  onWanted: () => void;
  children: ReactNode;
}

/** Holds the comments of an open letter for the panel and the editors, live. Stands inside LetterNewsProvider. */
export function CommentsProvider({ letterId, user, initialThread = null, onWanted, children }: CommentsProviderProps) {
  const wanted = useRef(onWanted);
  wanted.current = onWanted;
  const { memberId, name } = user;
  const comments = useMemo<Comments>(() => {
    const store = new CommentStore(letterId, () => wanted.current());
    const extensions = new Map<string, readonly AnyExtension[]>();
    const copyExtensions = new Map<string, readonly AnyExtension[]>();
    return {
      store,
      user: { memberId, name },
      extensionsFor: (sectionId) => {
        const known = extensions.get(sectionId) ?? [commentHighlights(store, sectionId)];
        extensions.set(sectionId, known);
        return known;
      },
      copyExtensionsFor: (sectionId) => {
        const known = copyExtensions.get(sectionId) ?? [commentHighlights(store, sectionId, { inCopy: true })];
        copyExtensions.set(sectionId, known);
        return known;
      },
    };
  }, [letterId, memberId, name]);
  const { store } = comments;
  useEffect(() => {
    store.restore();
    void store.read();
  }, [store]);
  useEffect(() => {
    if (initialThread === null) return;
    void store.read().then(() => {
      const thread = store.snapshot().letter?.threads.find(({ id }) => id === initialThread);
      if (!thread) return;
      store.open(thread.id);
      showThreadInText(thread);
    });
  }, [store, initialThread]);
  useLetterNews('comments', () => void store.read());
  return (
    <CommentsContext value={comments}>
      {children}
      <CommentButton />
    </CommentsContext>
  );
}
