'use client';

import type { Editor } from '@tiptap/core';
import { ArrowUp, Diamond, X } from 'lucide-react';
import { boundFigure, chipText, type FigureBindingAttributes } from './figure-binding';
import { FigureDetails } from './figure-details';
import { FigurePopover } from './figure-popover';
import { useFigures } from './figure-provider';
import { useFigurePanel } from './use-figure-panel';

const STALE = {
  'newer-run': { icon: ArrowUp, word: 'newer run' },
  'source-changed': { icon: Diamond, word: 'source changed' },
  withdrawn: { icon: X, word: 'withdrawn' },
} as const;

interface FigureChipProps {
  binding: FigureBindingAttributes;
  selected?: boolean;
  editor?: Editor | null;
  onAccept?: ((runId: string, value: string | null) => void) | null;
}

/** A bound number in a sentence. It reads as text; what is not current says so by colour, shape and word. */
export function FigureChip({ binding, selected = false, editor = null, onAccept = null }: FigureChipProps) {
  const figures = useFigures();
  const { open, anchor, panel, show, close } = useFigurePanel(selected, editor);
  const figure = figures && boundFigure(figures, binding);
  const state = figure?.state ?? (figures ? 'withdrawn' : 'current');
  const mark = state === 'current' ? null : STALE[state];
  const text = chipText(figures, binding);
  const name = figure?.entry.name ?? (figures ? 'a figure that is not among the published ones' : 'figure');
  return (
    <>
      {/* a button would break the line; this reads and breaks as text */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span
        ref={anchor}
        role="button"
        tabIndex={0}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${text}, ${name}${mark ? `, ${mark.word}` : ''}`}
        data-figure-state={state}
        className="figure-chip"
        onClick={show}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            show();
          }
          if (event.key === 'Escape') close();
        }}
      >
        {text}
        {mark ? (
          <span className="figure-chip-mark">
            <mark.icon aria-hidden strokeWidth={2.5} />
            {mark.word}
          </span>
        ) : null}
      </span>
      {open ? (
        <FigurePopover open onClose={close} anchor={anchor} panel={panel} label={name}>
          {figure ? (
            <FigureDetails
              figure={figure}
              binding={binding}
              onClose={close}
              onAccept={
                onAccept &&
                (() => {
                  if (figure.next) onAccept(figure.next.runId, figure.next.value.kind === 'number' ? figure.next.value.value : null);
                  close();
                })
              }
            />
          ) : (
            <p className="text-sm">
              {figures
                ? 'This figure is not among the published figures of your firm. It stays as it was when it was put in; replace it by one of the figures panel.'
                : 'The figures are being read.'}
            </p>
          )}
        </FigurePopover>
      ) : null}
    </>
  );
}
