import type { TableOfFiguresRow } from '@/lib/letter/submission/table-of-figures';
import { amount, exactBeside, head, text } from '../cells';
import type { Sheet } from '../workbook';
import { RowsBuilder } from './rows-builder';
import { runName } from './run-heading';

/** The table of figures: what the letter shows, where, and of which run. */
export function figuresSheet(figures: readonly TableOfFiguresRow[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(
    ...head('Figure', 'Where', 'As shown', 'Value', 'Exact', 'Analysis and run', 'Run', 'Path', 'SHA-256 of inputs', 'SHA-256 of result'),
  );
  for (const { figure, places, shownAs } of figures) {
    const { value, source } = figure;
    rows.add(
      text([figure.name, value.note ? `Note: ${value.note}` : ''].filter(Boolean).join('\n')),
      text(places.join(', ')),
      text(shownAs),
      value.kind === 'number' ? amount(value.value, value.format.style === 'percent' ? 'percent' : 'plain') : null,
      value.kind === 'number' ? exactBeside(value.value) : null,
      text(runName({ analysis: source.analysis, number: source.runNumber })),
      text(figure.runId, 'code'),
      text(figure.path, 'code'),
      text(source.inputsHash, 'code'),
      text(source.resultHash, 'code'),
    );
  }
  if (figures.length === 0) rows.add(text('No figure is bound in the letter.', 'note'));
  return rows.sheet('Figures', [44, 24, 20, 22, 34, 34, 38, 44, 68, 68], 1);
}
