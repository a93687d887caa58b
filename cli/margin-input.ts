import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors';
import type { FileProblem } from '@/lib/core/file-problem';
import { isCalendarDate } from '@/lib/margin/portfolio/calendar-date';
import { collectPositions } from '@/lib/margin/portfolio/collect-positions';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import type { Position } from '@/lib/margin/portfolio/position';
import { readCrif } from '@/lib/margin/portfolio/read-crif';

/** What a file held, with the lines that warn about it. */
export interface Read<T> {
  readonly rows: readonly T[];
  readonly warnings: readonly string[];
}

/** Positions of a positions file. A problem of severity error ends the command, with every problem on standard error. */
export async function readPositionsFile(path: string, currency: string, asOf: string): Promise<Read<Position>> {
  const { positions, problems } = await collectPositions(createReadStream(path), { calculationCurrency: currency, asOf });
  return { rows: positions, warnings: warningsOf(path, problems) };
}

/** Rows of a CRIF; errors end the command as above. */
export async function readCrifFile(path: string): Promise<Read<CrifRow>> {
  const rows: CrifRow[] = [];
  const problems: FileProblem[] = [];
  for await (const batch of readCrif(createReadStream(path))) {
    for (const row of batch.rows) rows.push(row);
    for (const problem of batch.problems) problems.push(problem);
  }
  return { rows, warnings: warningsOf(path, problems) };
}

/** A line for each problem. Where one is an error, they go to standard error and UNREADABLE_FILE is thrown. */
export function warningsOf(path: string, problems: readonly FileProblem[]): string[] {
  const lines = problems.map((problem) => `${path}${placeOf(problem)}: ${problem.severity}: ${problem.message}`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (errors === 0) return lines;
  for (const line of lines) process.stderr.write(`${line}\n`);
  throw new AppError('UNREADABLE_FILE', `${path} has ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was computed.`);
}

function placeOf({ line, column, value }: FileProblem): string {
  return `${line === null ? '' : `:${line}`}${column === null ? '' : ` [${column}]`}${value === null ? '' : ` ${JSON.stringify(value)}`}`;
}

/** True where the file's first line names the column RiskType, as every CRIF's does. */
export async function isCrifFile(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/, 1);
    return header
      .toLowerCase()
      .split(/[,;\t]/)
      .some((name) => name.replace(/[^a-z]/g, '') === 'risktype');
  } finally {
    await file.close();
  }
}

/** The date given, checked; or today, with a note that it was taken. */
export function asOfDate(given: string | undefined, notes: string[]): string {
  if (given === undefined) {
    const today = new Date().toISOString().slice(0, 10);
    notes.push(`No --as-of was given: times to maturity are counted from today, ${today}.`);
    return today;
  }
  if (!isCalendarDate(given)) throw new AppError('INVALID_INPUT', `--as-of is a date like 2026-06-30, not "${given}".`);
  return given;
}

/** A currency code, checked. */
export function currencyCode(given: string): string {
  if (!/^[A-Z]{3}$/.test(given)) throw new AppError('INVALID_INPUT', `--currency is a code of three capital letters, not "${given}".`);
  return given;
}
