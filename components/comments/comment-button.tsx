'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useComments, useCommentsState } from './use-comments';

const GAP = 8;

/** The button in the margin beside a selection that begins a comment on it; the keyboard has Mod+Alt+M. */
export function CommentButton() {
  const { store } = useComments();
  const { offer, letter } = useCommentsState();
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useEffect(() => {
    if (!offer) {
      setPlace(null);
      return;
    }
    const measure = () => {
      const { view } = offer.editor;
      if (view.isDestroyed) return;
      const at = view.coordsAtPos(offer.editor.state.selection.from);
      const visible = document.elementFromPoint(view.dom.getBoundingClientRect().left + GAP, at.top + 1);
      const inView = visible !== null && (view.dom.contains(visible) || visible.contains(view.dom));
      setPlace(inView ? { left: view.dom.getBoundingClientRect().right + GAP, top: at.top - GAP / 2 } : null);
    };
    measure();
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [offer]);
  if (!offer || !place || letter?.rights.comment.allowed !== true) return null;
  return (
    <div className="fixed z-20 rounded-md border border-line-strong bg-raised shadow-float print:hidden" style={place}>
      <IconButton
        label="Comment on the selection (Ctrl+Alt+M)"
        aria-keyshortcuts="Control+Alt+M"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => store.compose(offer.sectionId, offer.editor)}
      >
        <MessageSquarePlus aria-hidden />
      </IconButton>
    </div>
  );
}
