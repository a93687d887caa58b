import type { Decimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import type { CsvRecord } from '../portfolio/csv-scanner';
import { FILE_LIMITS } from '../portfolio/file-limits';
import { type CellReading, readDecimal, readText } from '../portfolio/read-cell';
import { normaliseHeader } from '../portfolio/read-header';
import { readTable } from '../portfolio/read-table';
import type { TableSpec } from '../portfolio/table-spec';
import type { IndexComponent, IndexConstituents } from './index-constituents';

const NAMES = ['index', 'component', 'issuer_group', 'weight_percent', 'adtv_usd', 'public_information'] as const;
type Name = (typeof NAMES)[number];

const SPEC: TableSpec = {
  kind: 'constituents file',
  columns: new Map(NAMES.map((name) => [normaliseHeader(name), name])),
  required: ['index', 'component'],
  limits: FILE_LIMITS,
};

/** Reads a constituents file (docs/formats/positions.md). `constituents` must not be used while a problem is of severity error. */
export async function readConstituents(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly constituents: IndexConstituents; readonly problems: readonly FileProblem[] }> {
  const constituents = new Map<string, IndexComponent[]>();
  const seen = new Set<string>();
  const problems: FileProblem[] = [];
  for await (const table of readTable(source, SPEC)) {
    problems.push(...table.problems);
    for (const row of table.rows) {
      if (table.damagedLines.has(row.line)) continue;
      const read = readRow(row, table.columns.at, problems);
      if (read === null) continue;
      const key = JSON.stringify([read.index, read.component.name]);
      if (seen.has(key)) {
        problems.push({
          ...problemAt(row.line, 'component', read.component.name),
          code: 'duplicate-id',
          message: 'The component stands in the index twice.',
        });
      }
      seen.add(key);
      const members = constituents.get(read.index);
      if (members === undefined) constituents.set(read.index, [read.component]);
      else members.push(read.component);
    }
  }
  return { constituents, problems };
}

function readRow(
  row: CsvRecord,
  at: ReadonlyMap<string, number>,
  problems: FileProblem[],
): { index: string; component: IndexComponent } | null {
  const before = problems.length;
  const cell = (name: Name) => row.cells[at.get(name) ?? -1]?.trim() ?? '';
  const take = <T>(name: Name, read: (text: string) => CellReading<T>): T | null => {
    const text = cell(name);
    if (text === '') return null;
    const reading = read(text);
    if (reading.ok) return reading.value;
    problems.push({ ...problemAt(row.line, name, text), code: reading.code, message: reading.message });
    return null;
  };
  for (const name of ['index', 'component'] as const) {
    if (cell(name) === '')
      problems.push({ ...problemAt(row.line, name, null), code: 'missing-value', message: `Every row needs ${name}.` });
  }
  const index = take('index', readText);
  const name = take('component', readText);
  const component: IndexComponent = {
    name: name ?? '',
    issuerGroup: take('issuer_group', readText),
    weight: take('weight_percent', readNonNegative),
    dailyVolumeUsd: take('adtv_usd', readNonNegative),
    publicInformation: take('public_information', readYesNo),
  };
  return problems.length > before || index === null ? null : { index: index.toLowerCase(), component };
}

function readNonNegative(cell: string): CellReading<Decimal> {
  const reading = readDecimal(cell);
  if (reading.ok && reading.value.lessThan(0)) return { ok: false, code: 'negative', message: 'The number must not be negative.' };
  return reading;
}

function readYesNo(cell: string): CellReading<boolean> {
  const word = cell.toLowerCase();
  if (word === 'yes' || word === 'no') return { ok: true, value: word === 'yes' };
  return { ok: false, code: 'not-yes-or-no', message: 'Expected is yes or no; leave the cell empty where it is not known.' };
}

function problemAt(line: number, column: string, value: string | null) {
  return { severity: 'error', line, column, value: value === null ? null : value.slice(0, 80) } as const;
}
