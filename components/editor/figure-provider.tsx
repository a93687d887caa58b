'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';

/** null while the figures are being read. */
const FiguresContext = createContext<ReadonlyMap<string, FigureEntry> | null>(null);

/** A newer value that somebody took over in a section's text. */
export interface FigureAcceptance {
  readonly sectionId: string;
  readonly figureId: string;
  readonly fromRunId: string;
  readonly toRunId: string;
}

const AcceptanceContext = createContext<(acceptance: FigureAcceptance) => void>(() => undefined);

interface FigureProviderProps {
  figures: readonly FigureEntry[] | null;
  /** Told after a newer value was accepted in a text, so that it can be put on record. */
  onAccepted?: (acceptance: FigureAcceptance) => void;
  children: ReactNode;
}

/** Gives every chip below it the letter's published figures. Give it a new array after a refresh: chips redraw, the text does not change. */
export function FigureProvider({ figures, onAccepted = () => undefined, children }: FigureProviderProps) {
  const byId = useMemo(() => figures && new Map(figures.map((figure) => [figure.figureId, figure])), [figures]);
  return (
    <AcceptanceContext.Provider value={onAccepted}>
      <FiguresContext.Provider value={byId}>{children}</FiguresContext.Provider>
    </AcceptanceContext.Provider>
  );
}

export function useFigureAcceptance(): (acceptance: FigureAcceptance) => void {
  return useContext(AcceptanceContext);
}

export function useFigures(): ReadonlyMap<string, FigureEntry> | null {
  return useContext(FiguresContext);
}
