import type { ImpactReport } from '@/lib/margin/report/run-report';
import { amount, exactBeside, head, sumOf, text } from '../cells';
import type { CellPlace, Sheet } from '../workbook';
import type { AnnexRun } from './annex-input';
import { RowsBuilder } from './rows-builder';
import { runHeading } from './run-heading';

const AMOUNT = 1;

/** From each position on its own to the baseline and on to each alternative; totals after the first are sums of the steps above. */
export function bridgeSheet(runs: readonly AnnexRun[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(...head('Step', 'Amount', 'What it is', 'Exact'));
  for (const run of runs) {
    for (const impact of run.report.impacts) {
      rows.gap();
      rows.add(runHeading(run));
      const names = new Map(run.report.frameworks.map(({ framework, name }) => [framework, name]));
      rows.add(text(`${names.get(impact.baseline) ?? impact.baseline} → ${names.get(impact.alternative) ?? impact.alternative}`, 'strong'));
      addBridge(rows, impact);
    }
    if (run.report.impacts.length === 0) {
      rows.gap();
      rows.add(runHeading(run));
      rows.add(text('This run compares nothing.', 'note'));
    }
  }
  return rows.sheet('Bridge', [44, 22, 80, 34], 1);
}

function addBridge(rows: RowsBuilder, impact: ImpactReport): void {
  let since: CellPlace[] = [];
  const totals = new Map<string, CellPlace>();
  for (const step of impact.bridge) {
    const formula = step.kind === 'total' ? sumOf(since) : {};
    const row = rows.add(
      text(step.label, step.kind === 'total' ? 'strong' : 'plain'),
      amount(step.amount, 'money', { ...formula, strong: step.kind === 'total' }),
      text(step.explanation),
      exactBeside(step.amount),
    );
    const place = rows.at(row, AMOUNT);
    if (step.kind === 'total') {
      totals.set(step.id, place);
      since = [place];
    } else since.push(place);
  }
  const [baseline, alternative] = [totals.get('baseline'), totals.get('alternative')];
  if (!baseline || !alternative) return;
  const saving = rows.add(
    text('Saving', 'strong'),
    amount(impact.saving, 'money', { formula: { kind: 'difference', of: baseline, less: alternative }, strong: true }),
    text('Baseline less alternative.'),
    exactBeside(impact.saving),
  );
  if (impact.savingShare !== null) {
    rows.add(
      text('Saving, share of the baseline', 'strong'),
      amount(impact.savingShare, 'percent', { formula: { kind: 'quotient', of: rows.at(saving, AMOUNT), by: baseline }, strong: true }),
      null,
      exactBeside(impact.savingShare),
    );
  }
}
