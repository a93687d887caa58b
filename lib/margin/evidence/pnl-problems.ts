import type { FileProblem } from '@/lib/core/file-problem';

/** Problems of one kind that are listed; the rest are counted. */
const MOST_OF_A_KIND = 200;

/** Collects what is wrong in a file that may have the same thing wrong in millions of places. */
export class PnlProblems {
  private readonly listed: FileProblem[] = [];
  private readonly counts = new Map<string, { count: number; severity: FileProblem['severity'] }>();

  add(problem: FileProblem): void {
    const kind = this.counts.get(problem.code) ?? { count: 0, severity: problem.severity };
    kind.count += 1;
    this.counts.set(problem.code, kind);
    if (kind.count <= MOST_OF_A_KIND) this.listed.push(problem);
  }

  /** A problem that leaves a position or a row out: the rest of the file is used. */
  leaveOut(code: string, line: number | null, column: string | null, value: string | null, message: string): void {
    this.add({ severity: 'warning', code, line, column, value: value === null ? null : value.slice(0, 80), message });
  }

  /** A problem of the whole file, which is not used. */
  refuse(code: string, line: number | null, column: string | null, message: string): void {
    this.add({ severity: 'error', code, line, column, value: null, message });
  }

  get refused(): boolean {
    return [...this.counts.values()].some(({ severity }) => severity === 'error');
  }

  /** In order of lines, problems of the whole file last, then one for each kind that was cut. */
  list(): FileProblem[] {
    const cut = [...this.counts].flatMap(([code, { count, severity }]) =>
      count <= MOST_OF_A_KIND
        ? []
        : [
            {
              severity,
              code,
              line: null,
              column: null,
              value: null,
              message: `${(count - MOST_OF_A_KIND).toLocaleString('en-US')} more places of the kind "${code}" are not listed.`,
            },
          ],
    );
    const lineOf = ({ line }: FileProblem) => line ?? Number.POSITIVE_INFINITY;
    const listed = this.listed.toSorted((a, b) => (lineOf(a) === lineOf(b) ? 0 : lineOf(a) - lineOf(b)));
    return [...listed, ...cut];
  }
}
