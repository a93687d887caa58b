import type { FileProblem } from '@/lib/core/file-problem';
import { FILE_LIMITS, type FileLimits } from './file-limits';
import type { Position } from './position';
import { POSITION_COLUMNS } from './position-columns';
import { normaliseHeader } from './read-header';
import { type PositionReadOptions, PositionRowReader } from './read-position-row';
import { readTable } from './read-table';
import type { TableSpec } from './table-spec';

/** A row that the user chose to leave out, as the import report keeps it. */
export interface LeftOutRow {
  readonly line: number;
  /** Its identifier as it stands in the file. */
  readonly id: string;
}

/** What one piece of the file held. */
export interface PositionBatch {
  readonly positions: readonly Position[];
  readonly problems: readonly FileProblem[];
  readonly leftOut: readonly LeftOutRow[];
  /** Rows met, bad ones too, without those left out. */
  readonly rowCount: number;
  readonly bytesRead: number;
}

export interface ReadPositionsOptions extends PositionReadOptions {
  /** Lines on which rows start that shall be left out. */
  readonly leaveOut?: ReadonlySet<number>;
  readonly limits?: FileLimits;
}

const COLUMNS = new Map(POSITION_COLUMNS.map(({ name }) => [normaliseHeader(name), name as string]));
const REQUIRED = POSITION_COLUMNS.filter(({ required }) => required).map(({ name }) => name);

/**
 * Reads a positions file (docs/formats/positions.md) as its bytes come and yields positions and problems piece by piece. A file with a problem of
 * severity error must be loaded not at all: the caller collects first. Holds the identifiers seen, and nothing else of the rows. Never throws for
 * what the bytes hold.
 */
export async function* readPositions(source: AsyncIterable<Uint8Array>, options: ReadPositionsOptions): AsyncGenerator<PositionBatch> {
  const spec: TableSpec = { kind: 'positions file', columns: COLUMNS, required: REQUIRED, limits: options.limits ?? FILE_LIMITS };
  const firstLine = new Map<string, number>();
  const awaited = new Set(options.leaveOut ?? []);
  let reader: PositionRowReader | null = null;

  for await (const table of readTable(source, spec)) {
    const positions: Position[] = [];
    const leftOut: LeftOutRow[] = [];
    const leftOutLines = new Set<number>();
    const rowProblems: FileProblem[] = [];
    if (table.rows.length > 0) reader ??= new PositionRowReader(table.columns.at, options);
    for (const row of table.rows) {
      if (reader === null) break;
      const id = reader.identifier(row);
      if (awaited.delete(row.line)) {
        leftOutLines.add(row.line);
        leftOut.push({ line: row.line, id: id.slice(0, 80) });
        continue;
      }
      if (table.damagedLines.has(row.line)) continue;
      const { position, problems } = reader.read(row);
      rowProblems.push(...problems);
      const duplicate = id === '' ? null : duplicateProblem(id, row.line, firstLine);
      if (duplicate) rowProblems.push(duplicate);
      else if (position) positions.push(position);
    }
    const formProblems = table.problems.filter((problem) => problem.line === null || !leftOutLines.has(problem.line));
    yield {
      positions,
      problems: [...formProblems, ...rowProblems],
      leftOut,
      rowCount: table.rows.length - leftOut.length,
      bytesRead: table.bytesRead,
    };
  }
  if (awaited.size > 0) yield { positions: [], problems: [...awaited].map(noRowProblem), leftOut: [], rowCount: 0, bytesRead: 0 };
}

function duplicateProblem(id: string, line: number, firstLine: Map<string, number>): FileProblem | null {
  // joined, so that the map keeps a copy and not the whole piece of the file that the cell was cut from
  const key = `#${id.replace(/\s+/g, ' ')}`;
  const first = firstLine.get(key);
  if (first === undefined) {
    firstLine.set(key, line);
    return null;
  }
  const message = `The identifier stands on line ${first} too; each position needs its own.`;
  return { severity: 'error', code: 'duplicate-id', line, column: 'position_id', value: id.slice(0, 80), message };
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
