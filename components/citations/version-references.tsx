'use client';

import { type ReactNode, useMemo } from 'react';
import type { CitedRuns } from '@/lib/letter/citations/cited-runs';
import type { Source } from '@/lib/letter/citations/source';
import type { ReferenceTargets } from '@/lib/letter/references/reference-targets';
import { ReferenceStore } from './reference-store';
import { ReferencesContext } from './references-context';

interface VersionReferencesProps {
  sources: Readonly<Record<string, Source>>;
  cited: ReadonlyMap<string, CitedRuns>;
  targets: ReferenceTargets;
  children: ReactNode;
}

/** Gives the texts below the words of citations and cross-references as they were in a version. */
export function VersionReferences({ sources, cited, targets, children }: VersionReferencesProps) {
  const store = useMemo(() => ReferenceStore.of({ sections: [], sources, cited, targets }), [sources, cited, targets]);
  return <ReferencesContext value={store}>{children}</ReferencesContext>;
}
