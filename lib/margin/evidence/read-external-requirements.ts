import type { Decimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import { contentHash } from '@/lib/core/hash';
import { REGIMES, type Regime } from '../classification/regime';
import type { CsvRecord } from '../portfolio/csv-scanner';
import { FILE_LIMITS, type FileLimits } from '../portfolio/file-limits';
import { type CellReading, readCurrency, readDecimal, readText } from '../portfolio/read-cell';
import { normaliseHeader } from '../portfolio/read-header';
import { readTable } from '../portfolio/read-table';
import type { ExternalRequirement } from './external-requirement';

const NAMES = ['counterparty', 'netting_agreement', 'account', 'cleared_by', 'regime', 'amount', 'currency', 'source'] as const;
type Name = (typeof NAMES)[number];
const REQUIRED: readonly Name[] = ['regime', 'amount', 'currency', 'source'];
const SET: readonly Name[] = ['counterparty', 'netting_agreement', 'account', 'cleared_by'];
const COLUMNS = new Map(NAMES.map((name) => [normaliseHeader(name), name as string]));

/** What a file of given amounts holds; `external` must not be used while a problem is of severity error. */
export interface ExternalReading {
  readonly external: readonly ExternalRequirement[];
  readonly problems: readonly FileProblem[];
  /** SHA-256 of the entries; the order of rows does not change it. */
  readonly contentHash: string;
}

/**
 * Reads a file of external requirements (docs/formats/external-requirements.md): a row for each amount, with the parts of the netting set that it is for,
 * at least one of them. Loaded whole or not at all. Never throws for what the bytes hold.
 */
export async function readExternalRequirements(
  source: AsyncIterable<Uint8Array>,
  limits: FileLimits = FILE_LIMITS,
): Promise<ExternalReading> {
  const external: ExternalRequirement[] = [];
  const problems: FileProblem[] = [];
  const lines = new Map<string, number>();
  for await (const table of readTable(source, { kind: 'file of external requirements', columns: COLUMNS, required: REQUIRED, limits })) {
    problems.push(...table.problems);
    for (const row of table.rows) {
      if (table.damagedLines.has(row.line)) continue;
      const entry = readRow(row, table.columns.at, problems);
      if (entry === null) continue;
      const key = entryKey(entry);
      const earlier = lines.get(key);
      if (earlier === undefined) lines.set(key, row.line);
      else
        problems.push({
          ...problemAt(row.line, 'amount', entry.amount.toString()),
          code: 'duplicate-row',
          message: `The same amount for the same netting set from the same source stands on line ${earlier}: it would be counted twice.`,
        });
      external.push(entry);
    }
  }
  return { external, problems, contentHash: contentHash(external.map(entryKey).sort()) };
}

function entryKey({ line: _, ...entry }: ExternalRequirement): string {
  return JSON.stringify([
    entry.counterparty,
    entry.nettingAgreement,
    entry.account,
    entry.clearedBy,
    entry.regime,
    entry.amount.toString(),
    entry.currency,
    entry.source,
  ]);
}

function readRow(row: CsvRecord, at: ReadonlyMap<string, number>, problems: FileProblem[]): ExternalRequirement | null {
  const before = problems.length;
  const cell = (name: Name) => row.cells[at.get(name) ?? -1]?.trim() ?? '';
  const report = (name: Name, value: string | null, code: string, message: string) =>
    problems.push({ ...problemAt(row.line, name, value), code, message });
  const take = <T>(name: Name, read: (text: string) => CellReading<T>): T | null => {
    const text = cell(name);
    if (text === '') return null;
    const reading = read(text);
    if (reading.ok) return reading.value;
    report(name, text, reading.code, reading.message);
    return null;
  };
  for (const name of REQUIRED) if (cell(name) === '') report(name, null, 'missing-value', `Every row needs ${name}.`);
  if (SET.every((name) => cell(name) === ''))
    report('counterparty', null, 'missing-value', `A row names its netting set by at least one of ${SET.join(', ')}.`);
  const entry = {
    counterparty: take('counterparty', readText),
    nettingAgreement: take('netting_agreement', readText),
    account: take('account', readText),
    clearedBy: take('cleared_by', readText),
    regime: take('regime', readRegime),
    amount: take('amount', readAmount),
    currency: take('currency', readCurrency),
    source: take('source', readText),
    line: row.line,
  };
  const { regime, amount, currency, source } = entry;
  if (problems.length > before || regime === null || amount === null || currency === null || source === null) return null;
  return { ...entry, regime, amount, currency, source };
}

function readRegime(cell: string): CellReading<Regime> {
  const spelling = cell.toLowerCase().replace(/[\s_]+/g, '-');
  const regime = REGIMES.find((name) => name === spelling);
  if (regime !== undefined && regime !== 'undetermined') return { ok: true, value: regime };
  const expected = REGIMES.filter((name) => name !== 'undetermined').join(', ');
  return { ok: false, code: 'unknown-regime', message: `Expected is the regime under which the amount is due, one of ${expected}.` };
}

function readAmount(cell: string): CellReading<Decimal> {
  const reading = readDecimal(cell);
  if (reading.ok && reading.value.lt(0)) return { ok: false, code: 'negative', message: 'A requirement is not negative.' };
  return reading;
}

function problemAt(line: number, column: string, value: string | null) {
  return { severity: 'error', line, column, value: value === null ? null : value.slice(0, 80) } as const;
}
