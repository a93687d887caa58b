import { amount, exactBeside, head, sumOf, text } from '../cells';
import type { Cell, Sheet } from '../workbook';
import type { AnnexRun } from './annex-input';
import { RowsBuilder } from './rows-builder';
import { runHeading } from './run-heading';

/** What each run computed with: portfolio, evidence, settings and frameworks, and how its positions are divided. */
export function inputsSheet(runs: readonly AnnexRun[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(...head('Input', 'Value', 'Positions', 'Exact', 'SHA-256'));
  for (const run of runs) {
    rows.gap();
    rows.add(runHeading(run));
    const { description, report } = run;
    const line = (name: string, value: Cell, hash = '') => rows.add(text(name), value, null, null, hash ? text(hash, 'code') : null);
    line('Portfolio', text(report.portfolio.name), report.portfolio.contentHash);
    line('Positions', amount(String(report.portfolio.positions), 'count'));
    for (const file of description.evidence) line(`Evidence: ${file.kind}`, text(file.fileName), file.contentHash);
    for (const set of description.parameterSets) line('Parameter set', text(`${set.name} ${set.version}`.trim()), set.contentHash);
    const { side, threshold, minimumTransfer, fundingRate, lossDays } = description.parameters;
    line('Side', text(side === 'collect' ? 'margin due to the firm' : 'margin due from the firm'));
    line('Initial margin thresholds', text(threshold));
    line('Minimum transfer amounts', text(minimumTransfer));
    line('Cost of funding, a year', fundingRate === null ? text('not given') : amount(fundingRate, 'percent'));
    line('Days that a loss runs', amount(String(lossDays), 'count'));
    for (const framework of report.frameworks) {
      rows.add(text(`${framework.name}, by regime`, 'strong'));
      const groups = framework.byRegime.map((group) =>
        rows.add(
          text(group.label, 'plain', 1),
          amount(group.amount, 'money'),
          amount(String(group.positions), 'count'),
          exactBeside(group.amount),
        ),
      );
      const total = sumOf(groups.map((row) => rows.at(row, 1)));
      rows.add(
        text('Total', 'strong'),
        amount(framework.total, 'money', { ...total, strong: true }),
        amount(String(framework.covered), 'count', { strong: true }),
        exactBeside(framework.total),
      );
      if (!framework.complete) rows.add(text('Incomplete: some positions have no amount under this framework.', 'note'));
    }
  }
  return rows.sheet('Inputs', [44, 34, 11, 34, 68], 1);
}
