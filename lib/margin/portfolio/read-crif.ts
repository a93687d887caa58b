import type { FileProblem } from '@/lib/core/file-problem';
import { CRIF_COLUMNS } from './crif-columns';
import type { CrifRow } from './crif-row';
import { FILE_LIMITS, type FileLimits } from './file-limits';
import { CrifRowReader } from './read-crif-row';
import type { LeftOutRow } from './read-positions';
import { readTable } from './read-table';
import { rowFingerprint } from './row-fingerprint';
import type { TableSpec } from './table-spec';

/** What one piece of the file held. */
export interface CrifBatch {
  readonly rows: readonly CrifRow[];
  readonly problems: readonly FileProblem[];
  readonly leftOut: readonly LeftOutRow[];
  /** Rows met, bad ones too, without those left out. */
  readonly rowCount: number;
  readonly bytesRead: number;
}

export interface ReadCrifOptions {
  /** Lines on which rows start that shall be left out. */
  readonly leaveOut?: ReadonlySet<number>;
  readonly limits?: FileLimits;
}

/**
 * Reads a CRIF (docs/formats/crif.md) as its bytes come. Equal rows are kept, because they add, and warned about; mixing the schedule and SIMM in
 * one class of a netting set is warned about at the end. Never throws for what the bytes hold.
 */
export async function* readCrif(source: AsyncIterable<Uint8Array>, options: ReadCrifOptions = {}): AsyncGenerator<CrifBatch> {
  const spec: TableSpec = { kind: 'CRIF', columns: CRIF_COLUMNS, required: ['RiskType'], limits: options.limits ?? FILE_LIMITS };
  const awaited = new Set(options.leaveOut ?? []);
  const seen = new Set<number>();
  const models = new Map<string, { schedule: boolean; simm: boolean }>();
  let reader: CrifRowReader | null = null;
  let headerChecked = false;

  for await (const table of readTable(source, spec)) {
    const rows: CrifRow[] = [];
    const leftOut: LeftOutRow[] = [];
    const leftOutLines = new Set<number>();
    const rowProblems: FileProblem[] = [];
    if (!headerChecked && table.columns.at.size > 0) {
      headerChecked = true;
      rowProblems.push(...headerProblems(table.columns.at));
    }
    if (table.rows.length > 0) reader ??= new CrifRowReader(table.columns.at);
    for (const record of table.rows) {
      if (reader === null) break;
      if (awaited.delete(record.line)) {
        leftOutLines.add(record.line);
        leftOut.push({ line: record.line, id: (record.cells[table.columns.at.get('TradeID') ?? -1] ?? '').trim().slice(0, 80) });
        continue;
      }
      if (table.damagedLines.has(record.line)) continue;
      const { row, problems } = reader.read(record);
      for (const problem of problems) rowProblems.push(problem);
      if (row === null) continue;
      rows.push(row);
      note(models, row);
      const fingerprint = rowFingerprint(record.cells);
      if (seen.has(fingerprint)) {
        rowProblems.push(
          warning(
            'repeated-row',
            record.line,
            'TradeID',
            row.tradeId,
            'The row equals an earlier one; both count. A double upload looks like this.',
          ),
        );
      } else {
        seen.add(fingerprint);
      }
    }
    const formProblems = table.problems.filter((problem) => problem.line === null || !leftOutLines.has(problem.line));
    yield {
      rows,
      problems: [...formProblems, ...rowProblems],
      leftOut,
      rowCount: table.rows.length - leftOut.length,
      bytesRead: table.bytesRead,
    };
  }
  const last = [...mixedModelProblems(models), ...[...awaited].map(noRowProblem)];
  if (last.length > 0) yield { rows: [], problems: last, leftOut: [], rowCount: 0, bytesRead: 0 };
}

function headerProblems(at: ReadonlyMap<string, number>): FileProblem[] {
  const problems: FileProblem[] = [];
  if (!at.has('Amount') && !at.has('AmountUSD')) {
    problems.push({ ...warning('missing-column', 1, 'Amount', null, 'The header has neither Amount nor AmountUSD.'), severity: 'error' });
  }
  if (!at.has('PortfolioID')) {
    problems.push(
      warning('default-portfolio', 1, 'PortfolioID', null, 'The file names no netting sets: all rows are put into one, "default".'),
    );
  }
  return problems;
}

function note(models: Map<string, { schedule: boolean; simm: boolean }>, row: CrifRow): void {
  if (row.productClass === '') return;
  const schedule = row.imModel === 'Schedule';
  const families = row.productClass === 'RatesFX' ? ['Rates', 'FX'] : [row.productClass];
  for (const family of families) {
    const key = `${family} of ${row.portfolioId}`;
    const entry = models.get(key);
    if (entry === undefined) models.set(key, { schedule, simm: !schedule });
    else if (schedule) entry.schedule = true;
    else entry.simm = true;
  }
}

function* mixedModelProblems(models: ReadonlyMap<string, { schedule: boolean; simm: boolean }>): Generator<FileProblem> {
  for (const [key, { schedule, simm }] of models) {
    if (!schedule || !simm) continue;
    yield warning(
      'mixed-models',
      null,
      'IMModel',
      key.slice(0, 80),
      'Rows of the schedule and of SIMM stand in one class of one netting set; a class uses one of them.',
    );
  }
}

function warning(code: string, line: number | null, column: string, value: string | null, message: string): FileProblem {
  return { severity: 'warning', code, line, column, value, message };
}

function noRowProblem(line: number): FileProblem {
  return {
    severity: 'error',
    code: 'no-row-to-leave-out',
    line,
    column: null,
    value: null,
    message: `No row starts on line ${line}, so it cannot be left out.`,
  };
}
