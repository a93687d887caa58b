import type { AdequacyReport, AdequacyRow, TestResult } from '@/lib/margin/report/adequacy-report';
import { amount, head, text } from '../cells';
import type { Cell, Sheet } from '../workbook';
import type { AnnexRun } from './annex-input';
import { RowsBuilder } from './rows-builder';
import { runHeading } from './run-heading';

/** How far each requirement would have covered the losses of the scenarios, with the tests and the largest losses. */
export function adequacySheet(runs: readonly AnnexRun[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(
    ...head(
      'Portfolio',
      'Requirement',
      'Losses above it',
      'Expected',
      'Largest shortfall',
      'Kupiec p',
      'Christoffersen p',
      'Joint p',
      'Rejected at 5 %',
      'Note',
    ),
  );
  for (const run of runs) {
    rows.gap();
    rows.add(runHeading(run));
    for (const { name, adequacy } of run.report.frameworks) {
      rows.add(text(name, 'strong'));
      if (adequacy === null) rows.add(text('Not computed: the run was not asked for it, or has no profit and loss.', 'note'));
      else addReport(rows, adequacy);
    }
  }
  return rows.sheet('Adequacy', [40, 20, 16, 12, 20, 12, 16, 12, 16, 60], 1);
}

function addReport(rows: RowsBuilder, { basis, level, tested, untested, rows: portfolios, notes }: AdequacyReport): void {
  rows.add(
    text(
      `${basis.scenarios} losses over ${basis.lossDays} ${basis.lossDays === 1 ? 'day' : 'days'}, ${basis.first} to ${basis.last}; ${tested} positions tested, ${untested} without profit and loss`,
      'note',
    ),
  );
  rows.add(text('Share of losses that a requirement is expected to cover', 'note'), amount(level, 'percent'));
  for (const row of portfolios) addRow(rows, row);
  for (const note of notes) rows.add(text(note, 'note'));
  const stressed = portfolios.filter(({ stress }) => stress.length > 0);
  for (const { label, stress } of stressed) {
    rows.add(text(`Largest losses: ${label}`, 'note'), text('Loss', 'note'), text('Requirement ÷ loss', 'note'));
    for (const { scenario, loss, cover } of stress) {
      rows.add(text(scenario, 'plain', 1), amount(loss, 'money'), cover === null ? null : amount(cover, 'ratio'));
    }
  }
}

function addRow(rows: RowsBuilder, row: AdequacyRow): void {
  const tests = [row.kupiec, row.christoffersen, row.conditionalCoverage];
  const rejected = tests.filter((test) => test?.rejected).length;
  rows.add(
    text(row.label),
    amount(row.requirement, 'money'),
    amount(String(row.exceedances), 'count'),
    amount(row.expected, 'ratio'),
    amount(row.worstShortfall, 'money'),
    ...tests.map(pValue),
    text(tests.every((test) => test === null) ? 'not tested' : rejected === 0 ? 'none' : `${rejected} of 3`),
    text([row.testNote, row.procyclicalityNote].filter((note) => note !== null).join(' ')),
  );
}

function pValue(test: TestResult | null): Cell {
  return test === null ? null : amount(test.pValue, 'ratio');
}
