import type { Decimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import { type CrifRow, isScheduleRow } from '@/lib/margin/portfolio/crif-row';
import { sensitivitiesByPosition } from '@/lib/margin/portfolio/crif-sensitivities';
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
  /** The file's own sensitivities: how many rows, and of how many positions; known at its end, null before and without any. */
  readonly sensitivities: { readonly rows: number; readonly positions: number } | null;
  readonly leftOut: readonly LeftOutRow[];
  readonly bytesRead: number;
}

/**
 * Reads a file of either format into positions, piece by piece; problems go to the log. A CRIF's positions come at its end, because rows pair. `rateOf`
 * gives the rates of rows that have none.
 */
export async function* readImportFile(
  source: AsyncIterable<Uint8Array>,
  input: Pick<ImportInput, 'asOf' | 'calculationCurrency' | 'format' | 'leaveOut'>,
  log: ProblemLog,
  rateOf: (currency: string) => Decimal | null,
): AsyncGenerator<ImportBatch> {
  const { asOf, calculationCurrency } = input;
  const leaveOut = new Set(input.leaveOut);
  if (input.format === 'positions') {
    for await (const batch of readPositions(source, { asOf, calculationCurrency, leaveOut, rateOf })) {
      log.add(batch.problems);
      yield { positions: batch.positions, rows: batch.rowCount, sensitivities: null, leftOut: batch.leftOut, bytesRead: batch.bytesRead };
    }
    return;
  }
  const rows: CrifRow[] = [];
  for await (const batch of readCrif(source, { leaveOut })) {
    log.add(batch.problems);
    for (const row of batch.rows) rows.push(row);
    yield { positions: [], rows: batch.rowCount, sensitivities: null, leftOut: batch.leftOut, bytesRead: batch.bytesRead };
  }
  const { positions, problems } = crifToPositions(rows, calculationCurrency);
  log.add(problems);
  if (positions.length === 0 && log.errors === 0) log.add([NO_TRADES]);
  const notUsed = rows.filter((row) => row.imModel === 'Schedule' && !isScheduleRow(row)).length;
  if (notUsed > 0) log.add([rowsNotUsed(notUsed)]);
  const own = { rows: rows.filter(({ imModel }) => imModel !== 'Schedule').length, positions: sensitivitiesByPosition(rows).size };
  yield { positions, rows: 0, sensitivities: own.rows > 0 ? own : null, leftOut: [], bytesRead: 0 };
}

const NO_TRADES: FileProblem = {
  ...{ severity: 'error', code: 'no-trades', line: null, column: 'TradeID', value: null },
  message: 'The file has neither Notional rows of the schedule nor sensitivities of SIMM, so there is no trade to load.',
};

function rowsNotUsed(count: number): FileProblem {
  return {
    ...{ severity: 'warning', code: 'rows-not-used', line: null, column: 'RiskType', value: null },
    message: `${count} rows of the schedule are neither Notional nor PV; they stay in the file as uploaded and enter no calculation.`,
  };
}
