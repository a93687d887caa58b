import { cleanLine, cleanText } from '@/lib/core/clean-text';
import type { FigureFormat, ResolvedFigure } from '@/lib/letter/figures/figure';
import { unitLabel } from '@/lib/letter/figures/format-figure';
import { SERIF } from '../styles/typeface';

/** What every chart has whatever it draws: its size, and words for those who cannot see it. */
export interface ChartFrame {
  readonly transformation: { readonly width: number; readonly height: number };
  readonly altText: { readonly name: string; readonly description: string };
}

/** Twentieths of a point in a pixel of 96 to the inch. */
const DXA_PER_PIXEL = 15;

export function chartFrame(figure: ResolvedFigure, altText: string, width: number): ChartFrame {
  return {
    transformation: { width: Math.floor(width / DXA_PER_PIXEL), height: 290 },
    altText: { name: cleanLine(figure.name), description: cleanText(altText).trim() || cleanLine(figure.name) },
  };
}

/** The unit of an axis of amounts, as its title; nothing where the labels say it themselves. */
export function unitTitle(format: FigureFormat): { title?: { text: string; font: { size: number; name: string } } } {
  const unit = unitLabel(format);
  return unit === '' ? {} : { title: { text: unit, font: { size: 9, name: SERIF } } };
}
