import { text } from '../cells';
import type { TextCell } from '../workbook';
import type { AnnexRun } from './annex-input';

/** The line above what a sheet says of a run. */
export function runHeading({ analysis, number, report }: AnnexRun): TextCell {
  return text(`${runName({ analysis, number })} · positions as of ${report.asOf} · amounts in ${report.currency}`, 'strong');
}

/** "Cross-margining, run 3"; an analysis alone has no number. */
export function runName({ analysis, number }: Pick<AnnexRun, 'analysis' | 'number'>): string {
  return number === 0 ? analysis : `${analysis}, run ${number}`;
}
