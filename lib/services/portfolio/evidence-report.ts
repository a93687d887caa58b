import type { FileProblem } from '@/lib/core/file-problem';
import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import type { ProblemCount } from '@/lib/margin/portfolio/import-report';

/** What reading a further file found, kept with it or shown where the import was refused. Plain JSON. */
export interface EvidenceReport {
  readonly kind: EvidenceFileKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  /** Rows of the file that hold something: vectors, sensitivities, amounts, components, rates. */
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly FileProblem[];
  readonly counts: readonly ProblemCount[];
  /** How many of the portfolio's positions the file says something of; null where it is not of positions. */
  readonly covered: number | null;
  /** A sentence on what the import took from it. */
  readonly use: string;
}
