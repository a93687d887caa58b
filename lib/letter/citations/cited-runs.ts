/** A stretch of a citation's words of one look. */
export interface CitedRun {
  readonly text: string;
  readonly italic?: boolean;
  /** The id of the footnote whose number these words are: a NOTEREF field in Word. */
  readonly noteId?: string;
}

export type CitedForm = 'long' | 'short' | 'id' | 'supra' | 'missing';

/** How a citation reads at its place, and which form that is. */
export interface CitedRuns {
  readonly form: CitedForm;
  readonly runs: readonly CitedRun[];
}

export function citedText({ runs }: CitedRuns): string {
  return runs.map(({ text }) => text).join('');
}

/** Neighbouring runs of one look as one; empty ones left out. */
export function joinRuns(runs: readonly CitedRun[]): readonly CitedRun[] {
  const joined: CitedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last && last.noteId === undefined && run.noteId === undefined && Boolean(last.italic) === Boolean(run.italic)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}
