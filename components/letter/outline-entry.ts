import type { Coverage } from '@/lib/letter/letter-content';

/** A section as the outline lists it; `coverage` is null where it answers no question. */
export interface OutlineEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly coverage: Coverage | null;
}
