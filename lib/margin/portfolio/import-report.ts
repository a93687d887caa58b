import type { FileProblem } from '@/lib/core/file-problem';
import type { LeftOutRow } from './read-positions';

/** How often a kind of problem was met. */
export interface ProblemCount {
  readonly severity: FileProblem['severity'];
  readonly code: string;
  readonly count: number;
}

/** What reading a file found, kept with the portfolio or shown where it was refused. Plain JSON. */
export interface ImportReport {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  /** Rows read, those left out not counted. */
  readonly rows: number;
  /** Positions that the rows make. */
  readonly positions: number;
  readonly errors: number;
  readonly warnings: number;
  /** Errors first, each in order of the file, at most MAX_LISTED of each severity; `counts` has them all. */
  readonly problems: readonly FileProblem[];
  readonly counts: readonly ProblemCount[];
  readonly leftOut: readonly LeftOutRow[];
}

/** As many problems of one severity are listed; the rest is counted. */
export const MAX_LISTED = 2000;

/** Collects problems while a file streams, with bounded memory. */
export class ProblemLog {
  private readonly listed: Record<FileProblem['severity'], FileProblem[]> = { error: [], warning: [] };
  private readonly counted = new Map<string, { severity: FileProblem['severity']; code: string; count: number }>();
  private readonly totals: Record<FileProblem['severity'], number> = { error: 0, warning: 0 };

  add(problems: Iterable<FileProblem>): void {
    for (const problem of problems) {
      const { severity, code } = problem;
      this.totals[severity] += 1;
      if (this.listed[severity].length < MAX_LISTED) this.listed[severity].push(problem);
      const entry = this.counted.get(`${severity} ${code}`);
      if (entry === undefined) this.counted.set(`${severity} ${code}`, { severity, code, count: 1 });
      else entry.count += 1;
    }
  }

  get errors(): number {
    return this.totals.error;
  }

  /** The report of a file; what the log does not know is given. */
  report(file: Pick<ImportReport, 'fileName' | 'sha256' | 'size' | 'rows' | 'positions' | 'leftOut'>): ImportReport {
    return {
      ...file,
      errors: this.totals.error,
      warnings: this.totals.warning,
      problems: [...this.listed.error, ...this.listed.warning],
      counts: [...this.counted.values()].sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : b.count - a.count)),
    };
  }
}
