import type { RunReport } from '@/lib/margin/report/run-report';
import type { ResultLink } from './result-nav';

/** The parts that a result has, in the order of the page. */
export function resultLinks(report: RunReport, compared: boolean): ResultLink[] {
  const present = (there: boolean, link: ResultLink) => (there ? [link] : []);
  return [
    { id: 'result', label: 'Result' },
    { id: 'bridge', label: 'Bridge' },
    { id: 'requirement', label: 'Requirement' },
    { id: 'beside', label: 'Adequacy' },
    ...present(
      report.frameworks.some(({ adequacy }) => adequacy !== null),
      { id: 'adequacy', label: 'Back-test' },
    ),
    ...present(report.offsetMatrices.length > 0, { id: 'offsets', label: 'Offsets' }),
    ...present(report.sensitivities.length > 0, { id: 'sensitivity', label: 'Sensitivity' }),
    ...present(report.classificationWhatIf !== null || report.treasuryClearing !== null, { id: 'what-if', label: 'What if' }),
    ...present(
      report.frameworks.some(({ largestPositions }) => largestPositions.length > 0),
      { id: 'largest', label: 'Positions' },
    ),
    { id: 'derivation', label: 'Derivation' },
    ...present(compared, { id: 'compare', label: 'Compare' }),
    { id: 'run-and-figures', label: 'Run and figures', narrow: true },
  ];
}
