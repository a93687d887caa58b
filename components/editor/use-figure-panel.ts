import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface FigurePanel {
  readonly open: boolean;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly panel: RefObject<HTMLDivElement | null>;
  show(): void;
  close(): void;
}

/**
 * When a figure's panel is open: while the figure is selected in the editor, or after it was asked for by click or key. Enter on a selected
 * figure moves the focus into the panel; closing gives it back to the text.
 */
export function useFigurePanel(selected: boolean, editor: Editor | null): FigurePanel {
  const anchor = useRef<HTMLElement | null>(null);
  const panel = useRef<HTMLDivElement | null>(null);
  const [asked, setAsked] = useState(false);
  const [dismissed, setDismissed] = useState(false);

  useEffect(() => {
    if (!selected) {
      setDismissed(false);
      setAsked(false);
    }
  }, [selected]);

  useEffect(() => {
    const text = editor?.view.dom;
    if (!selected || !text) return;
    const goIn = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDismissed(true);
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      setDismissed(false);
      setAsked(true);
      panel.current?.querySelector<HTMLElement>('button, a[href]')?.focus();
    };
    text.addEventListener('keydown', goIn, true);
    return () => text.removeEventListener('keydown', goIn, true);
  }, [selected, editor]);

  return {
    open: (selected || asked) && !dismissed,
    anchor,
    panel,
    show: () => {
      setDismissed(false);
      setAsked(true);
    },
    close: () => {
      setDismissed(true);
      setAsked(false);
      if (panel.current?.contains(document.activeElement)) editor?.commands.focus();
    },
  };
}
