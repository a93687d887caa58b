'use client';

import { BookMarked, CornerDownRight, Quote } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SectionHandle } from '@/components/editor/section-handle';
import { toggleMarkAtCursor } from '@/components/editor/text-target';
import { useSuggestions } from '@/components/suggestions/suggestions-context';
import { IconButton } from '@/components/ui/icon-button';
import { CitationDialog } from './citation-dialog';
import { CrossReferenceDialog } from './cross-reference-dialog';
import { insertCitation, insertCrossReference, isInFootnote } from './insert-object';
import type { ObjectEdit } from './reference-store';
import { useReferenceStore } from './references-context';

interface LetterObjectsProps {
  /** The section that had the focus last; null before any had. */
  active: SectionHandle | null;
  /** Why this member does not edit the text; null where they do. */
  readOnly: string | null;
}

/** What is open: a new one at the cursor of a section, or one that stands in the text. */
type Open = { readonly type: ObjectEdit['type']; readonly into: SectionHandle } | ObjectEdit;

const KEYS = [
  { code: 'KeyS', does: 'citation' },
  { code: 'KeyR', does: 'crossReference' },
  { code: 'KeyT', does: 'term' },
] as const;

/** The buttons, keys and dialogs by which citations, cross-references and defined terms come into the text. */
export function LetterObjects({ active, readOnly }: LetterObjectsProps) {
  const store = useReferenceStore();
  const [open, setOpen] = useState<Open | null>(null);
  const suggesting = useSuggestions()?.mode === 'suggesting';
  const stands = active !== null && !active.editor.isDestroyed;
  const reason =
    (suggesting ? null : readOnly) ??
    (!stands ? 'Click into a section first.' : active.editor.isEditable ? null : 'This section cannot be edited now.');
  useEffect(() => {
    if (store) store.onEdit = setOpen;
  }, [store]);

  const start = (does: (typeof KEYS)[number]['does']) => {
    if (reason !== null || !active) return;
    if (does === 'term') toggleMarkAtCursor(active.editor, 'definedTerm');
    else setOpen({ type: does, into: active });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.shiftKey) return;
      const key = KEYS.find(({ code }) => code === event.code);
      if (!key || !(event.target instanceof HTMLElement) || !event.target.closest('[data-section]')) return;
      event.preventDefault();
      start(key.does);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });

  const close = () => {
    setOpen(null);
    if (open && 'into' in open && !open.into.editor.isDestroyed) (open.into.editor.storage.footnote.text ?? open.into.editor.view).focus();
  };
  const button = (does: (typeof KEYS)[number]['does'], label: string, key: string, Icon: typeof Quote) => (
    <IconButton
      label={`${label} (Ctrl+Alt+${key})`}
      aria-keyshortcuts={`Control+Alt+${key}`}
      disabledReason={reason}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => start(does)}
    >
      <Icon aria-hidden />
    </IconButton>
  );
  return (
    <>
      <div className="flex items-center gap-px border-line border-l pl-2">
        {button('citation', 'Citation', 'S', Quote)}
        {button('crossReference', 'Cross-reference', 'R', CornerDownRight)}
        {button('term', 'Defined term', 'T', BookMarked)}
      </div>
      {open?.type === 'citation' ? (
        <CitationDialog
          citation={'into' in open ? null : open.attrs}
          offersFootnote={'into' in open && !isInFootnote(open.into)}
          libraryReason={readOnly}
          onChoose={chooserOf(
            open,
            (choice, footnote) => 'into' in open && insertCitation(open.into, choice, footnote === true),
            () => setOpen(null),
          )}
          onClose={close}
        />
      ) : null}
      {open?.type === 'crossReference' ? (
        <CrossReferenceDialog
          reference={'into' in open ? null : open.attrs}
          onChoose={chooserOf(
            open,
            (choice) => 'into' in open && insertCrossReference(open.into, choice),
            () => setOpen(null),
          )}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** What choosing does: puts a new one in, or other attributes in the place of those that stand; null where one only reads. */
function chooserOf<Choice extends object>(
  open: Open,
  insert: (choice: Choice, footnote?: boolean) => void,
  close: () => void,
): ((choice: Choice, footnote?: boolean) => void) | null {
  if (!('into' in open) && open.apply === null) return null;
  return (choice, footnote) => {
    close();
    // the dialog gives the focus back before the text takes it
    setTimeout(() => ('into' in open ? insert(choice, footnote) : open.apply?.(choice as Readonly<Record<string, unknown>>)), 0);
  };
}
