import { success } from '@/lib/core/result';
import type { FrameworkReport, RunReport } from '@/lib/margin/report/run-report';
import { worstCover } from '../adequacy-words';
import type { FigureFormat, FigureTableColumn, FigureValue } from '../figure';
import { formatFigure } from '../format-figure';
import { adequacyNote } from './adequacy-note';
import { COUNT, type FigureRequest, fraction, NOT_COMPUTED, PERCENT, type Resolved, textColumn } from './figure-parts';

/** `adequacy` (table) and `adequacy/chart`: what each framework saves, beside how far it would have covered the losses. */
export function adequacyBesideSaving({ report, segments, money }: FigureRequest): Resolved {
  const [member, ...rest] = segments;
  const tested = report.frameworks.filter(({ adequacy }) => adequacy !== null && adequacy.rows.length > 0);
  if (tested.length === 0 || rest.length > 0) return null;
  const note = adequacyNote(report.frameworks);
  if (member === undefined) return success({ ...besideTable(report, money), ...note });
  if (member !== 'chart') return null;
  return success({ ...exceedancesChart(tested), ...note });
}

function besideTable(report: RunReport, money: FigureFormat): FigureValue {
  const columns: FigureTableColumn[] = [
    textColumn('framework', 'Framework'),
    { key: 'requirement', label: 'Requirement', format: money },
    { key: 'share', label: 'Saving', format: PERCENT },
    { key: 'exceedances', label: 'Losses above it', format: COUNT },
    { key: 'expected', label: 'Expected', format: fraction(1) },
    { key: 'shortfall', label: 'Worst shortfall', format: money },
    { key: 'cover', label: 'Cover of the worst loss', format: PERCENT },
  ];
  const rows = report.frameworks.map((framework) => {
    const row = framework.adequacy?.rows[0];
    const impact = report.impacts.find(({ alternative }) => alternative === framework.framework);
    return {
      framework: framework.name,
      requirement: framework.total,
      share: impact ? (impact.savingShare ?? NOT_COMPUTED) : '',
      exceedances: row ? String(row.exceedances) : NOT_COMPUTED,
      expected: row?.expected ?? NOT_COMPUTED,
      shortfall: row?.worstShortfall ?? NOT_COMPUTED,
      cover: row ? (worstCover(row) ?? 'no loss') : NOT_COMPUTED,
    };
  });
  return { kind: 'table', columns, rows, totalRow: null };
}

function exceedancesChart(frameworks: readonly FrameworkReport[]): FigureValue {
  const rows = frameworks.flatMap((framework) => (framework.adequacy?.rows[0] ? [{ framework, row: framework.adequacy.rows[0] }] : []));
  const told = rows.map(
    ({ framework, row }) => `${framework.name}: ${row.exceedances}, expected ${formatFigure(row.expected, fraction(1))}`,
  );
  return {
    kind: 'chart',
    chart: 'lines',
    axis: 'Framework',
    categories: rows.map(({ framework }) => framework.name),
    places: null,
    current: null,
    series: [
      { name: 'Losses above the requirement', look: 'bars', format: COUNT, values: rows.map(({ row }) => String(row.exceedances)) },
      { name: 'Expected', look: 'level', values: rows.map(({ row }) => row.expected) },
    ],
    format: fraction(1),
    altText: `Scenarios whose loss was above the requirement, by framework. ${told.join('; ')}.`,
  };
}
