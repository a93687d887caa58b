'use client';

import { useEffect, useReducer } from 'react';
import { editOutline } from '@/lib/request/edit/edit-outline';
import type { OutlineEdit } from '@/lib/request/edit/outline-edit';
import type { RequestDocument } from '@/lib/request/request-document';

interface DraftState {
  /** the document after each correction, the imported one first */
  readonly documents: readonly [RequestDocument, ...RequestDocument[]];
  readonly edits: readonly OutlineEdit[];
  /** why the last correction was not possible */
  readonly refusal: string | null;
}

type DraftAction = { readonly kind: 'edit'; readonly edit: OutlineEdit } | { readonly kind: 'undo' };

export interface OutlineDraft {
  readonly document: RequestDocument;
  readonly edits: readonly OutlineEdit[];
  readonly refusal: string | null;
  readonly apply: (edit: OutlineEdit) => void;
  readonly undo: () => void;
}

/** Corrections made one after the other on a copy of the document; leaving the page with unsaved ones asks first. */
export function useOutlineDraft(document: RequestDocument): OutlineDraft {
  const [state, dispatch] = useReducer(reduce, { documents: [document], edits: [], refusal: null });
  const unsaved = state.edits.length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return {
    document: state.documents.at(-1) ?? document,
    edits: state.edits,
    refusal: state.refusal,
    apply: (edit) => dispatch({ kind: 'edit', edit }),
    undo: () => dispatch({ kind: 'undo' }),
  };
}

function reduce(state: DraftState, action: DraftAction): DraftState {
  const [first, ...rest] = state.documents;
  if (action.kind === 'undo') return { documents: [first, ...rest.slice(0, -1)], edits: state.edits.slice(0, -1), refusal: null };
  const edited = editOutline(state.documents.at(-1) ?? first, action.edit);
  if (!edited.ok) return { ...state, refusal: edited.failures[0] ?? 'This correction is not possible.' };
  return { documents: [first, ...rest, edited.value], edits: [...state.edits, action.edit], refusal: null };
}
