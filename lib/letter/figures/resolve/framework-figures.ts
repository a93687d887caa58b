import { success } from '@/lib/core/result';
import type { Breakdown, FrameworkReport } from '@/lib/margin/report/run-report';
import { BREAKDOWNS, type BreakdownKind } from '../breakdowns';
import type { FigureFormat, FigureSeriesPoint, FigureValue } from '../figure';
import { adequacyFigure } from './adequacy-figures';
import { altText, COUNT, type FigureRequest, frameworkOf, noteOf, number, PERCENT, type Resolved, textColumn } from './figure-parts';
import { totalsChart, totalsTable } from './total-figures';

/** The figures under `frameworks`. */
export function frameworkFigure(request: FigureRequest): Resolved {
  const { report, segments, money } = request;
  const [id, member, ...rest] = segments;
  if (id === undefined) return totalsTable(request);
  if (id === 'chart' && member === undefined) return totalsChart(request);
  const framework = frameworkOf(report, id);
  if (!framework) return null;
  if (member === 'total' && rest.length === 0) return number(framework.total, money, noteOf([framework]));
  if (member === 'gross' && rest.length === 0) return number(framework.grossStandalone, money, noteOf([framework]));
  if (member === 'largest-positions' && rest.length === 0) return largestPositions(framework, money);
  if (member === 'adequacy') return adequacyFigure({ ...request, segments: rest }, framework);
  const breakdown = BREAKDOWNS.find((one) => one.slug === member);
  if (!breakdown) return null;
  const rows = framework[breakdown.member];
  if (rest.length === 0) return success(breakdownTable(framework, breakdown, rows, money));
  if (rest[0] === 'chart' && rest.length === 1) return success(breakdownChart(framework, breakdown, rows, money));
  const row = rest[0] === 'row' && rest.length === 2 ? rows.find(({ key }) => key === rest[1]) : undefined;
  return row ? number(row.amount, money, noteOf([framework])) : null;
}

function largestPositions(framework: FrameworkReport, money: FigureFormat): Resolved {
  const positions = framework.largestPositions;
  if (positions.length === 0) return null;
  const columns = [
    textColumn('position', 'Position'),
    textColumn('label', 'What it is'),
    { key: 'standalone', label: 'Alone', format: money },
    { key: 'contribution', label: 'Contribution', format: money },
    { key: 'share', label: 'Of the total', format: PERCENT },
  ];
  const rows = positions.slice(0, MOST_POSITIONS).map(({ positionId, label, standalone, contribution, share }) => ({
    ...{ position: positionId, label, standalone, contribution },
    share: share ?? '',
  }));
  return success({ kind: 'table', columns, rows, totalRow: null, ...noteOf([framework]) });
}

/** A table in a letter has the ten largest. */
const MOST_POSITIONS = 10;

function breakdownTable(
  framework: FrameworkReport,
  { label }: BreakdownKind,
  rows: readonly Breakdown[],
  money: FigureFormat,
): FigureValue {
  const columns = [
    textColumn('label', label),
    { key: 'positions', label: 'Positions', format: COUNT },
    { key: 'amount', label: 'Requirement', format: money },
  ];
  const lines = rows.map((row) => ({ label: row.label, positions: String(row.positions), amount: row.amount }));
  const positions = rows.reduce((sum, row) => sum + row.positions, 0);
  const total = { label: 'Total', positions: String(positions), amount: framework.total };
  return { kind: 'table', columns, rows: [...lines, total], totalRow: lines.length, ...noteOf([framework]) };
}

function breakdownChart(
  framework: FrameworkReport,
  { label }: BreakdownKind,
  rows: readonly Breakdown[],
  money: FigureFormat,
): FigureValue {
  const points = rows.map((row): FigureSeriesPoint => ({ label: row.label, amount: row.amount, kind: 'bar', agency: row.agency }));
  const title = `Requirement under ${framework.name} by ${label.toLowerCase()}`;
  return { kind: 'chart', chart: 'bars', points, format: money, altText: altText(title, points, money), ...noteOf([framework]) };
}
