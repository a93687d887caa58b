'use client';

import type { Editor } from '@tiptap/core';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { StateMark } from '@/components/ui/state-mark';
import { boundFigure, type FigureBindingAttributes } from './figure-binding';
import { FigureBody } from './figure-body';
import { FigureDetails } from './figure-details';
import { FigurePopover } from './figure-popover';
import { useFigures } from './figure-provider';
import { useFigurePanel } from './use-figure-panel';

interface FigureBlockProps {
  kind: 'table' | 'chart';
  binding: FigureBindingAttributes;
  /** The caption, or the field in which it is written. */
  caption: ReactNode;
  selected?: boolean;
  editor?: Editor | null;
  onAccept?: ((runId: string, value: string | null) => void) | null;
}

/** A bound table or chart with its caption; what is not current carries its state above it. */
export function FigureBlock({ kind, binding, caption, selected = false, editor = null, onAccept = null }: FigureBlockProps) {
  const figures = useFigures();
  const { open, anchor, panel, show, close } = useFigurePanel(selected, editor);
  const figure = figures && boundFigure(figures, binding);
  const state = figure?.state ?? (figures ? 'withdrawn' : 'current');
  const name = figure?.entry.name ?? binding.caption;
  const value = figure?.bound?.value;
  return (
    <figure ref={anchor} data-figure-state={state} data-kind={kind} className="figure-block">
      <figcaption>
        <span className="figure-caption">{caption}</span>
        <span data-print="never" className="figure-tools">
          {state === 'current' ? null : <StateMark state={state} />}
          <IconButton label={`About ${name || `this ${kind}`}`} onClick={show}>
            <Info aria-hidden />
          </IconButton>
        </span>
      </figcaption>
      {value ? (
        <FigureBody name={name} value={value} />
      ) : (
        <p className="figure-missing">
          {figures ? `This ${kind} is not among the published figures of your firm.` : 'The figure is being read.'}
        </p>
      )}
      {value?.about ? <p className="figure-notice">{value.about}</p> : null}
      {value?.note ? <p className="figure-note">{value.note}</p> : null}
      {value?.notice ? <p className="figure-notice">{value.notice}</p> : null}
      {open && figure ? (
        <FigurePopover open onClose={close} anchor={anchor} panel={panel} label={name}>
          <FigureDetails
            figure={figure}
            binding={binding}
            onClose={close}
            onAccept={
              onAccept &&
              (() => {
                if (figure.next) onAccept(figure.next.runId, null);
                close();
              })
            }
          />
        </FigurePopover>
      ) : null}
    </figure>
  );
}
