import { head, text } from '../cells';
import type { Sheet } from '../workbook';
import type { AnnexInput } from './annex-input';
import { RowsBuilder } from './rows-builder';
import { runName } from './run-heading';

const READING = [
  'Amounts are exact and in the currency of their run. A cell shows two decimals and holds more; where a number has more than the fifteen digits that a spreadsheet keeps, all of them stand as text in the column “Exact”.',
  'Cells with a formula hold sums, differences and shares of other cells here. Every other amount is the value that the run computed.',
  'A run is identified by the SHA-256 of its inputs (positions, parameters, method versions) and of its result.',
  'A citation is marked by how the rule was read: primary (in its own text), secondary, or recalled.',
];

/** What the workbook is, of which letter and runs, and how to read it. */
export function readMeSheet({ letter, notes, runs }: AnnexInput): Sheet {
  const rows = new RowsBuilder();
  rows.add(text(letter === null ? 'Margin analysis' : 'Annex workbook', 'title'));
  if (letter !== null) {
    rows.add(text('Letter'), text(letter.title));
    rows.add(text('Version'), text(String(letter.versionNumber)));
    rows.add(text('SHA-256 of the version'), text(letter.contentHash, 'code'));
  }
  for (const note of [...notes, ...READING]) rows.add(null, text(note, 'note'));
  if (runs.length > 0) {
    rows.gap();
    rows.add(...head('Run', 'Identifier', 'Positions as of', 'Engine', 'SHA-256 of inputs', 'SHA-256 of result'));
    for (const run of runs) {
      rows.add(
        text(runName(run)),
        text(run.runId, 'code'),
        text(run.report.asOf),
        text(run.engine),
        text(run.inputsHash, 'code'),
        text(run.resultHash, 'code'),
      );
    }
  }
  return rows.sheet('Read me', [30, 90, 16, 16, 68, 68], 1);
}
