import type { Coverage } from '@/lib/letter/letter-content';
import type { SectionState } from '@/lib/review/section-state';

/** A section as the outline lists it; `coverage` is null where it answers no question. */
export interface OutlineEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly coverage: Coverage | null;
  readonly state: SectionState;
  /** The names of the others who are in it now. */
  readonly people: readonly string[];
}
