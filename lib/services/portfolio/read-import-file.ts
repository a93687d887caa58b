import { type CrifRow, isScheduleRow } from '@/lib/margin/portfolio/crif-row';
import { crifToPositions } from '@/lib/margin/portfolio/crif-to-positions';
import type { ProblemLog } from '@/lib/margin/portfolio/import-report';
import type { Position } from '@/lib/margin/portfolio/position';
import { readCrif } from '@/lib/margin/portfolio/read-crif';
import { type LeftOutRow, readPositions } from '@/lib/margin/portfolio/read-positions';
import type { ImportInput } from './import-input';

/** What one piece of the file gave. */
export interface ImportBatch {
  readonly positions: readonly Position[];
  readonly rows: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly bytesRead: number;
}

/** Reads a file of either format into positions, piece by piece; problems go to the log. A CRIF's positions come at its end, because rows pair. */
export async function* readImportFile(source: AsyncIterable<Uint8Array>, input: ImportInput, log: ProblemLog): AsyncGenerator<ImportBatch> {
  const { asOf, calculationCurrency } = input;
  const leaveOut = new Set(input.leaveOut);
  if (input.format === 'positions') {
    for await (const batch of readPositions(source, { asOf, calculationCurrency, leaveOut })) {
      log.add(batch.problems);
      yield { positions: batch.positions, rows: batch.rowCount, leftOut: batch.leftOut, bytesRead: batch.bytesRead };
    }
    return;
  }
  const scheduleRows: CrifRow[] = [];
  let others = 0;
  for await (const batch of readCrif(source, { leaveOut })) {
    log.add(batch.problems);
    for (const row of batch.rows) {
      if (isScheduleRow(row)) scheduleRows.push(row);
      else others += 1;
    }
    yield { positions: [], rows: batch.rowCount, leftOut: batch.leftOut, bytesRead: batch.bytesRead };
  }
  const { positions, problems } = crifToPositions(scheduleRows, calculationCurrency);
  log.add(problems);
  log.add(remarks(positions.length, others, log.errors));
  yield { positions, rows: 0, leftOut: [], bytesRead: 0 };
}

function* remarks(positions: number, others: number, errors: number) {
  const whole = { line: null, column: 'IMModel', value: null } as const;
  if (positions === 0 && errors === 0) {
    const message =
      'The file has no Notional rows of the schedule (IMModel Schedule), so there is no trade to load; sensitivities alone are not margined in this version.';
    yield { ...whole, severity: 'error', code: 'no-schedule-rows', message } as const;
  } else if (others > 0) {
    const message = `${others} rows are not of the schedule; they stay in the file as uploaded and enter no calculation of this version.`;
    yield { ...whole, severity: 'warning', code: 'rows-not-used', message } as const;
  }
}
