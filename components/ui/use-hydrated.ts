'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the page's scripts run: what would do nothing, or something else, before that is held back. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
