import { parseDecimal } from '@/lib/core/decimal';
import { success } from '@/lib/core/result';
import type { SensitivityGrid } from '@/lib/margin/report/detail-reports';
import type { FigureFormat, FigureValue } from '../figure';
import { formatFigure } from '../format-figure';
import { inSentence } from '../in-sentence';
import { type FigureRequest, frameworkOf, NOT_COMPUTED, noted, noteOf, type Resolved, textColumn } from './figure-parts';

/** `sensitivity/<framework>/<setting>` (chart) and `…/table`: the total when one setting is moved and all else stays. */
export function sensitivityFigure({ report, segments, money }: FigureRequest): Resolved {
  const [id, setting, member, ...rest] = segments;
  const grid = report.sensitivities.find((one) => one.framework === id && one.setting === setting);
  const framework = frameworkOf(report, id);
  if (!grid || !framework || rest.length > 0) return null;
  const missing = grid.points.flatMap(({ label, total, note }) => (total === null ? [`${label}: ${note ?? NOT_COMPUTED}.`] : []));
  const note = noted(...missing, noteOf([framework]).note);
  if (member === 'table') return success({ ...gridTable(grid, money), ...note });
  return member === undefined ? success({ ...gridChart(grid, framework.name, money), ...note }) : null;
}

function gridChart(grid: SensitivityGrid, name: string, money: FigureFormat): FigureValue {
  const { points, label } = grid;
  const current = points.findIndex((point) => point.current);
  const numeric = points.every(({ at }) => parseDecimal(at) !== null);
  const told = points.map(
    (point) =>
      `${point.label}: ${point.total === null ? NOT_COMPUTED : formatFigure(point.total, money)}${point.current ? ' (this run)' : ''}`,
  );
  return {
    kind: 'chart',
    chart: 'lines',
    axis: label,
    categories: points.map((point) => point.label),
    places: numeric ? points.map(({ at }) => at) : null,
    current: current === -1 ? null : current,
    series: [{ name: 'Requirement', look: numeric ? 'line' : 'bars', values: points.map(({ total }) => total) }],
    format: money,
    altText: `Requirement under ${name} by ${inSentence(label)}. ${told.join('; ')}.`,
  };
}

function gridTable({ label, points }: SensitivityGrid, money: FigureFormat): FigureValue {
  const columns = [textColumn('at', label), { key: 'total', label: 'Requirement', format: money }, textColumn('note', 'Note')];
  const rows = points.map((point) => ({
    at: point.label,
    total: point.total ?? NOT_COMPUTED,
    note: point.current ? 'as in this run' : (point.note ?? ''),
  }));
  return { kind: 'table', columns, rows, totalRow: null };
}
