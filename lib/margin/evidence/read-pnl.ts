import type { FileProblem } from '@/lib/core/file-problem';
import { normaliseHeader } from '../portfolio/read-header';
import { readTable, type TableBatch } from '../portfolio/read-table';
import type { TableSpec } from '../portfolio/table-spec';
import { pnlHash } from './pnl-builder';
import { PNL_LIMITS, type PnlForm, type PnlLimits, type ReadPnlOptions } from './pnl-form';
import { LongPnlReader } from './pnl-long-reader';
import { PnlProblems } from './pnl-problems';
import type { PnlRow, PnlVectors } from './pnl-vectors';
import { WidePnlReader } from './pnl-wide-reader';

/** Headers by what they mean; a day or an identifier names a scenario too. */
const COLUMNS = new Map(
  [
    ['position_id', 'position_id'],
    ['currency', 'currency'],
    ['scenario', 'scenario'],
    ['scenario_id', 'scenario'],
    ['date', 'scenario'],
    ['pnl', 'pnl'],
  ].map(([header = '', column = '']) => [normaliseHeader(header), column]),
);
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a profit and loss file (docs/formats/pnl.md) in its wide or long form as the bytes come. A position with a gap has no vector: it is named, as a
 * warning, and the rest is used. `pnl` is null where a problem is of severity error. Never throws for what the bytes hold.
 */
export async function readPnl(
  source: AsyncIterable<Uint8Array>,
  options: ReadPnlOptions,
): Promise<{ readonly pnl: PnlVectors | null; readonly problems: readonly FileProblem[] }> {
  const limits = options.limits ?? PNL_LIMITS;
  const spec: TableSpec = { kind: 'profit and loss file', columns: COLUMNS, required: ['position_id'], limits, uncut: true };
  const problems = new PnlProblems();
  const found: { form: PnlForm | null } = { form: null };
  for await (const batch of readTable(source, spec)) {
    reportForm(batch, problems);
    if (batch.columns.names.length > 0 && !problems.refused) {
      found.form ??= formOf(batch, { ...options, limits }, problems);
      if (!problems.refused) found.form.take(batch);
    }
    if (batch.stopped || problems.refused) break;
  }
  const pnl = found.form === null || problems.refused ? null : vectorsOf(found.form, problems);
  return { pnl: problems.refused ? null : pnl, problems: problems.list() };
}

function formOf(batch: TableBatch, options: ReadPnlOptions & { readonly limits: PnlLimits }, problems: PnlProblems): PnlForm {
  const { at } = batch.columns;
  return at.has('scenario') || at.has('pnl')
    ? new LongPnlReader(batch.columns, options, problems)
    : new WidePnlReader(batch.columns, options, problems);
}

/** Scenario columns are no unknown columns, and a damaged row leaves out its position, not the file. */
function reportForm(batch: TableBatch, problems: PnlProblems): void {
  const long = batch.columns.at.has('scenario') || batch.columns.at.has('pnl');
  for (const problem of batch.problems) {
    if (problem.code === 'unknown-column' && !long) continue;
    const ofRow = !batch.stopped && problem.line !== null && batch.damagedLines.has(problem.line);
    problems.add(ofRow ? { ...problem, severity: 'warning', message: `${problem.message} The row is left out.` } : problem);
  }
}

function vectorsOf(form: PnlForm, problems: PnlProblems): PnlVectors | null {
  const { scenarios } = form;
  const dated = scenarios.length > 0 && scenarios.every((name) => ISO_DATE.test(name));
  warnOfNames(scenarios, dated, problems);
  const whole = [...form.builders].filter((builder) => builder.usable);
  const scale = whole.reduce((most, builder) => Math.max(most, builder.scale), 0);
  const order = dated || !form.inOrder ? orderByName(scenarios) : null;
  const rows = new Map<string, PnlRow>();
  for (const builder of whole) {
    if (builder.rescale(scale)) rows.set(builder.id, builder.row(order, scenarios.length));
    else
      problems.leaveOut(
        'too-large',
        builder.line,
        null,
        builder.id,
        `An amount of ${builder.id} is too large to be kept exactly beside others with ${scale} decimal places; it has no vector.`,
      );
  }
  if (rows.size === 0) {
    problems.refuse('no-vectors', null, null, 'No position has an amount in every scenario, so there is nothing to use.');
    return null;
  }
  if (form.rounded > 0)
    problems.leaveOut(
      'rounded',
      null,
      null,
      null,
      `${form.rounded.toLocaleString('en-US')} amounts have more than 6 decimal places and were rounded half up to 6.`,
    );
  const names = order === null ? [...scenarios] : Array.from(order, (i) => scenarios[i] as string);
  const vectors = { scenarios: names, dated, scale, rows };
  return { ...vectors, contentHash: pnlHash(vectors) };
}

/** Days by time; in the long form names too, so that the order of rows changes nothing. Null where they are in order already. */
function orderByName(scenarios: readonly string[]): Int32Array | null {
  const order = scenarios.map((name, i) => ({ name, i })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return order.every(({ i }, at) => i === at) ? null : Int32Array.from(order, ({ i }) => i);
}

function warnOfNames(scenarios: readonly string[], dated: boolean, problems: PnlProblems): void {
  if (dated) return;
  const other = scenarios.find((name) => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(name) && !ISO_DATE.test(name));
  if (scenarios.some((name) => ISO_DATE.test(name)))
    problems.leaveOut(
      'mixed-scenarios',
      null,
      scenarios.find((name) => !ISO_DATE.test(name)) ?? null,
      null,
      'Some scenarios are dates and some are not, so none counts as a day and they have no order in time.',
    );
  else if (other !== undefined)
    problems.leaveOut(
      'not-a-date',
      null,
      other,
      other,
      'A scenario whose name looks like a date in another form is taken as a name, without an order in time; write it yyyy-mm-dd.',
    );
}
