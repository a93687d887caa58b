import { MISSING_SOURCE } from '@/lib/letter/citations/cite-letter';
import type { CitedRun } from '@/lib/letter/citations/cited-runs';
import { barePinpoint } from '@/lib/letter/citations/pinpoint';
import { longForm } from '@/lib/letter/citations/source-words';
import { referenceText, resolveReference } from '@/lib/letter/references/resolve-reference';
import type { ReferenceView } from './reference-store';

type Attributes = Readonly<Record<string, unknown>>;

/** How a citation or cross-reference reads here, and what is wrong with it. */
export interface ObjectWords {
  readonly runs: readonly CitedRun[];
  /** Why it is marked; null where it is whole. */
  readonly problem: string | null;
}

/** `view` is null where nothing is known of the letter around, as in a list of suggestions. */
export function objectWords(type: string, attrs: Attributes, view: ReferenceView | null): ObjectWords {
  if (type === 'crossReference') {
    if (!view) return { runs: [{ text: '[reference]' }], problem: null };
    const resolved = resolveReference({ attrs }, view.targets);
    return { runs: [{ text: referenceText(resolved) }], problem: resolved.broken ? resolved.reason : null };
  }
  if (!view?.sources) return { runs: [{ text: '[citation]' }], problem: null };
  const cited = view.cited.get(String(attrs.nodeId));
  if (cited && cited.form !== 'missing') return { runs: cited.runs, problem: null };
  const known = view.sources[String(attrs.sourceId)];
  // just put in, or only suggested: it has no place in the order of citations yet, and reads as it does where it comes first
  if (known && !cited) return { runs: longForm(known, barePinpoint(textOf(attrs.pinpoint))), problem: null };
  return { runs: [{ text: MISSING_SOURCE }], problem: 'The library does not have this source.' };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function objectText(type: string, attrs: Attributes, view: ReferenceView | null): string {
  return objectWords(type, attrs, view)
    .runs.map(({ text }) => text)
    .join('');
}
