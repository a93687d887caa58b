import type { Workbook } from '../workbook';
import { adequacySheet } from './adequacy-sheet';
import type { AnnexInput } from './annex-input';
import { bridgeSheet } from './bridge-sheet';
import { figureDataSheet } from './figure-data-sheet';
import { figuresSheet } from './figures-sheet';
import { inputsSheet } from './inputs-sheet';
import { parametersSheet } from './parameters-sheet';
import { readMeSheet } from './read-me-sheet';
import { treeSheet } from './tree-sheet';

/**
 * The workbook that goes with a letter: its figures and the runs behind them, from inputs to result. What is not given is not in it, and
 * a sheet about runs is left out where no run is shown.
 */
export function annexWorkbook(input: AnnexInput): Workbook {
  const { runs, figures, letter } = input;
  const ofRuns =
    runs.length === 0 ? [] : [inputsSheet(runs), parametersSheet(runs), treeSheet(runs), bridgeSheet(runs), adequacySheet(runs)];
  const ofFigures = letter === null ? [] : [figuresSheet(figures), figureDataSheet(figures)];
  return {
    title: letter === null ? 'Margin analysis' : `Annex workbook: ${letter.title}`,
    sheets: [readMeSheet(input), ...ofRuns, ...ofFigures],
  };
}
