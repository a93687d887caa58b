import type { AnyExtension } from '@tiptap/core';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CommentStore, CommentsState } from './comment-store';

export interface Comments {
  readonly store: CommentStore;
  readonly user: { readonly memberId: string; readonly name: string };
  /** What the editor of a section needs to show its comments: the same array each time. */
  extensionsFor(sectionId: string): readonly AnyExtension[];
  /** The same for the member's own copy of the section. */
  copyExtensionsFor(sectionId: string): readonly AnyExtension[];
}

/** Filled by CommentsProvider. */
export const CommentsContext = createContext<Comments | null>(null);

/** The comments of the letter that is open. */
export function useComments(): Comments {
  const comments = useContext(CommentsContext);
  if (!comments) throw new Error('useComments stands outside of CommentsProvider');
  return comments;
}

/** The comments as they are now; drawn again when they change. */
export function useCommentsState(): CommentsState {
  const { store } = useComments();
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
}
