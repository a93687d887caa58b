import { success } from '@/lib/core/result';
import type { OffsetMatrix } from '@/lib/margin/report/detail-reports';
import type { FigureFormat, FigureTableColumn, FigureValue } from '../figure';
import { about, type FigureRequest, frameworkOf, noteOf, type Resolved, textColumn } from './figure-parts';

/** `offsets/<framework>/{regime,class}`: what margining groups together takes off, pair by pair, as a shaded table. */
export function offsetFigure({ report, segments, money }: FigureRequest): Resolved {
  const [id, dimension, ...rest] = segments;
  const matrix = report.offsetMatrices.find((one) => one.framework === id && one.dimension === dimension);
  const framework = frameworkOf(report, id);
  if (!matrix || !framework || rest.length > 0) return null;
  const of = about(
    'Each shaded cell is the requirement of the two groups alone, summed, less that of both together; below zero where together is dearer.',
  );
  return success({ ...matrixTable(matrix, money), ...of, ...noteOf([framework]) });
}

/** Above so many groups their names do not fit over columns: they are numbered. */
const MOST_NAMED_COLUMNS = 4;

function matrixTable({ dimension, groups, offsets }: OffsetMatrix, money: FigureFormat): FigureValue {
  const numbered = groups.length > MOST_NAMED_COLUMNS;
  const columns: FigureTableColumn[] = [
    textColumn('group', dimension === 'regime' ? 'Regime' : 'Class'),
    { key: 'alone', label: 'Alone', format: money },
    ...groups.slice(1).map(({ label }, index) => ({
      key: `with-${index + 1}`,
      label: numbered ? `with ${index + 2}` : label,
      format: money,
      heat: true,
    })),
  ];
  const rows = groups.map(({ label, alone }, row) => ({
    group: numbered ? `${row + 1} ${label}` : label,
    alone,
    ...Object.fromEntries(groups.slice(1).map((_, index) => [`with-${index + 1}`, offsets[row]?.[index + 1] ?? ''])),
  }));
  return { kind: 'table', columns, rows, totalRow: null };
}
