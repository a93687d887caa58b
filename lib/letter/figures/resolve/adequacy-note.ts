import type { FrameworkReport } from '@/lib/margin/report/run-report';
import { formatFigure } from '../format-figure';
import { about, noteOf, PERCENT } from './figure-parts';

/** What was tested, how far the test reaches, and what the amounts leave out; what several frameworks share is said once. */
export function adequacyNote(frameworks: readonly FrameworkReport[]): { about?: string; note?: string } {
  const reports = frameworks.flatMap(({ adequacy }) => adequacy ?? []);
  const tested = reports.map(
    ({ basis, level }) =>
      `${basis.scenarios.toLocaleString('en-US')} scenarios, ${basis.first} to ${basis.last}; level ${formatFigure(level, PERCENT)}.`,
  );
  return { ...about(...new Set([...tested, ...reports.flatMap(({ notes }) => notes)])), ...noteOf(frameworks) };
}
