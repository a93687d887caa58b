import { type Decimal, parseDecimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import { FILE_LIMITS, type FileLimits } from '../portfolio/file-limits';
import { readTable } from '../portfolio/read-table';
import type { TableSpec } from '../portfolio/table-spec';
import type { FxRates } from './fx-rates';

const NAMES = ['currency', 'rate', 'base'] as const;
type Name = (typeof NAMES)[number];
/** There are fewer than 200 currencies. */
const LIMITS: FileLimits = { ...FILE_LIMITS, maxBytes: 1024 * 1024, maxRows: 1000 };

export interface ReadFxRatesOptions {
  /** The currency that rates are in where the file has no column base. */
  readonly base?: string;
}

/**
 * Reads a file of FX rates (docs/formats/fx-rates.md): units of the base currency for one unit of each other. A currency that stands twice, a rate that is
 * not above 0 and the base at anything but 1 are errors. `rates` must not be used while a problem is of severity error.
 */
export async function readFxRates(
  source: AsyncIterable<Uint8Array>,
  { base: given = 'USD' }: ReadFxRatesOptions = {},
): Promise<{ readonly rates: FxRates; readonly problems: readonly FileProblem[] }> {
  const spec: TableSpec = {
    kind: 'file of FX rates',
    columns: new Map(NAMES.map((name) => [name, name])),
    required: ['currency', 'rate'],
    limits: LIMITS,
  };
  const problems: FileProblem[] = [];
  const rates = new Map<string, Decimal>();
  const lines = new Map<string, number>();
  let base: string | null = null;
  for await (const table of readTable(source, spec)) {
    problems.push(...table.problems);
    const cellOf = (cells: readonly string[], name: Name) => cells[table.columns.at.get(name) ?? -1]?.trim() ?? '';
    for (const { line, cells } of table.rows) {
      if (table.damagedLines.has(line)) continue;
      const report = (code: string, column: Name, message: string) =>
        problems.push({ severity: 'error', code, line, column, value: cellOf(cells, column).slice(0, 80) || null, message });
      const currency = cellOf(cells, 'currency').toUpperCase();
      const own = table.columns.at.has('base') ? cellOf(cells, 'base').toUpperCase() : given;
      const rate = parseDecimal(cellOf(cells, 'rate'));
      if (!CODE.test(currency)) report('not-a-currency', 'currency', 'A currency is expected as three letters, e.g. EUR.');
      if (rate === null) report('not-a-number', 'rate', 'A rate is expected in plain digits, e.g. 1.0842.');
      else if (rate.lte(0)) report('not-positive', 'rate', 'A rate is above 0.');
      if (!CODE.test(own)) report('not-a-currency', 'base', 'The currency of the rates is expected as three letters, e.g. USD.');
      else if (base === null) base = own;
      else if (base !== own) report('two-bases', 'base', `All rates of a file have one base; rows above have ${base}.`);
      const before = lines.get(currency);
      if (before !== undefined) report('duplicate-currency', 'currency', `The currency stands on line ${before} already.`);
      if (currency === own && rate !== null && !rate.eq(1)) report('base-not-one', 'rate', 'The base currency is worth 1 of itself.');
      lines.set(currency, line);
      if (rate !== null) rates.set(currency, rate);
    }
  }
  return { rates: { base: base ?? given, rates }, problems };
}

const CODE = /^[A-Z]{3}$/;
