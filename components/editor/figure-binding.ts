import type { FigureFormat, FigureState, FigureValue } from '@/lib/letter/figures/figure';
import type { FigureEntry, FigurePublicationEntry } from '@/lib/letter/figures/figure-entry';
import { acceptablePublication, figureState, publicationOf } from '@/lib/letter/figures/figure-state';
import { formatFigure } from '@/lib/letter/figures/format-figure';

/** The attributes of a figure node, read with care: text comes from other clients. */
export interface FigureBindingAttributes {
  readonly figureId: string;
  readonly runId: string;
  readonly format: FigureFormat | null;
  readonly valueAtInsertion: string | null;
  readonly caption: string;
}

/** How a bound figure stands today and what it shows. */
export interface BoundFigure {
  readonly entry: FigureEntry;
  readonly state: FigureState;
  readonly bound: FigurePublicationEntry | null;
  /** What "accept new value" would bind to. */
  readonly next: FigurePublicationEntry | null;
}

export function bindingOf(attrs: Readonly<Record<string, unknown>>): FigureBindingAttributes {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    figureId: text(attrs.figureId),
    runId: text(attrs.runId),
    format: isFormat(attrs.format) ? attrs.format : null,
    valueAtInsertion: typeof attrs.valueAtInsertion === 'string' ? attrs.valueAtInsertion : null,
    caption: text(attrs.caption),
  };
}

/** Null where the letter's figures have none of this id. */
export function boundFigure(figures: ReadonlyMap<string, FigureEntry>, binding: FigureBindingAttributes): BoundFigure | null {
  const entry = figures.get(binding.figureId);
  if (!entry) return null;
  return {
    entry,
    state: figureState(entry, binding.runId),
    bound: publicationOf(entry, binding.runId),
    next: acceptablePublication(entry, binding.runId),
  };
}

/** A number as the letter prints it; a dash where the value is no number. */
export function numberText(value: FigureValue | undefined, format: FigureFormat | null): string {
  if (value?.kind !== 'number') return '—';
  return safely(value.value, format ?? value.format);
}

/**
 * What a number chip reads as. While the figures are being read, the value at insertion where the chip says how to write it, else dots: bare
 * digits would be taken for the figure.
 */
export function chipText(figures: ReadonlyMap<string, FigureEntry> | null, binding: FigureBindingAttributes): string {
  const figure = figures && boundFigure(figures, binding);
  if (figure?.bound) return numberText(figure.bound.value, binding.format);
  if (binding.valueAtInsertion === null) return '—';
  if (binding.format) return safely(binding.valueAtInsertion, binding.format);
  return figures ? binding.valueAtInsertion : '…';
}

function safely(value: string, format: FigureFormat): string {
  try {
    return formatFigure(value, format);
  } catch {
    return value;
  }
}

function isFormat(value: unknown): value is FigureFormat {
  return (
    typeof value === 'object' &&
    value !== null &&
    'style' in value &&
    'scale' in value &&
    'decimals' in value &&
    typeof value.decimals === 'number' &&
    ['money', 'percent', 'count'].includes(String(value.style)) &&
    ['units', 'thousands', 'millions', 'billions'].includes(String(value.scale))
  );
}
