'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';

/** null while the figures are being read. */
const FiguresContext = createContext<ReadonlyMap<string, FigureEntry> | null>(null);

/** Gives every chip below it the letter's published figures. Give it a new array after a refresh: chips redraw, the text does not change. */
export function FigureProvider({ figures, children }: { figures: readonly FigureEntry[] | null; children: ReactNode }) {
  const byId = useMemo(() => figures && new Map(figures.map((figure) => [figure.figureId, figure])), [figures]);
  return <FiguresContext.Provider value={byId}>{children}</FiguresContext.Provider>;
}

export function useFigures(): ReadonlyMap<string, FigureEntry> | null {
  return useContext(FiguresContext);
}
