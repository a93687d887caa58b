import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReferenceStore, ReferenceView } from './reference-store';

/** null where no letter is open around. */
export const ReferencesContext = createContext<ReferenceStore | null>(null);

export function useReferenceStore(): ReferenceStore | null {
  return useContext(ReferencesContext);
}

/** The letter's citations and places as they are now; null where no letter is open around. */
export function useReferences(): ReferenceView | null {
  const store = useContext(ReferencesContext);
  return useSyncExternalStore(store?.subscribe ?? nothing, store?.getView ?? none, store?.getView ?? none);
}

const nothing = () => () => {};
const none = () => null;
