import { success } from '@/lib/core/result';
import type { FigureSeriesPoint } from '../figure';
import { altText, type FigureRequest, noteOf, type Resolved, textColumn } from './figure-parts';

/** `frameworks` (table) and `frameworks/chart`: the requirement under each framework. */
export function totalsTable({ report, money }: FigureRequest): Resolved {
  const columns = [textColumn('framework', 'Framework'), { key: 'total', label: 'Requirement', format: money }];
  const rows = report.frameworks.map(({ name, total }) => ({ framework: name, total }));
  return success({ kind: 'table', columns, rows, totalRow: null, ...noteOf(report.frameworks) });
}

export function totalsChart({ report, money }: FigureRequest): Resolved {
  const points = report.frameworks.map(
    (framework): FigureSeriesPoint => ({
      label: framework.name,
      amount: framework.total,
      kind: 'bar',
      agency: framework.framework === report.impacts[0]?.baseline ? 'none' : 'harmonized',
    }),
  );
  return success({
    kind: 'chart',
    chart: 'bars',
    points,
    format: money,
    altText: altText('Requirement by framework', points, money),
    ...noteOf(report.frameworks),
  });
}
