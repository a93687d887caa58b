import type { AgencyKey } from '../agencies/agency';
import type { Standing } from '../fact';

/** Something that happened or will happen around portfolio margining and that a letter may cite. */
export interface RelatedAction {
  /** Stable: citations in letters hold it. */
  readonly key: string;
  /** ISO date of the act, or of the day on which a duty begins. */
  readonly date: string;
  /** What it is, in our words. */
  readonly title: string;
  readonly description: string;
  readonly agencies: readonly AgencyKey[];
  readonly kind: 'agreement' | 'proposal' | 'order' | 'filing' | 'rule' | 'compliance date' | 'request' | 'event';
  /** As it stands in a footnote, without a final full stop. */
  readonly citation: string;
  readonly standing: Standing;
  readonly sources: readonly string[];
  /** What is not known about it, or how far to trust it. */
  readonly caution: string | null;
}
