'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react';

export interface PaletteEntry {
  id: string;
  label: string;
  /** The heading under which it stands, e.g. "Go to", "This run". */
  group: string;
  run: () => void;
  /** More words by which it is found. */
  keywords?: string;
  /** The key that does the same, shown beside it. */
  shortcut?: string;
}

interface Registry {
  entries: readonly PaletteEntry[];
  register: (source: string, entries: readonly PaletteEntry[]) => void;
}

const RegistryContext = createContext<Registry>({ entries: [], register: () => {} });

/** Holds what the palette lists: every mounted component adds its own entries. */
export function PaletteRegistry({ children }: { children: ReactNode }) {
  const [sources, setSources] = useState<ReadonlyMap<string, readonly PaletteEntry[]>>(new Map());
  const register = useCallback((source: string, entries: readonly PaletteEntry[]) => {
    setSources((present) => {
      const next = new Map(present);
      if (entries.length > 0) next.set(source, entries);
      else next.delete(source);
      return next;
    });
  }, []);
  const registry = useMemo(() => ({ entries: [...sources.values()].flat(), register }), [sources, register]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

/** The entries of all that is mounted. */
export function usePalette(): readonly PaletteEntry[] {
  return useContext(RegistryContext).entries;
}

/** Adds entries to the palette while the component is mounted. Keep the array stable with useMemo: a new array registers again. */
export function usePaletteEntries(entries: readonly PaletteEntry[]): void {
  const { register } = useContext(RegistryContext);
  const source = useId();
  useEffect(() => {
    register(source, entries);
    return () => register(source, []);
  }, [register, source, entries]);
}
