import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box';

export interface Column<Row> {
  key: string;
  label: ReactNode;
  align?: 'left' | 'right' | 'center';
  /** Without it the row's member named `key` is shown as text. */
  render?: (row: Row, index: number) => ReactNode;
  className?: string;
}

interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What the table shows, for screen readers; drawn above the table with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  rowKey?: (row: Row, index: number) => string;
  /** The column whose cells head their rows; the first by default. */
  rowHeader?: string;
  /** The total row or rows, drawn with a rule above. */
  footer?: readonly Row[];
  /** What stands in place of the rows when there are none. */
  empty?: ReactNode;
  rowClassName?: (row: Row) => string;
  /** Limits the height and scrolls inside, e.g. "max-h-96"; the head stays. */
  className?: string;
}

const ALIGN = { left: 'text-left', right: 'text-right', center: 'text-center' };

/** A semantic table: sticky head, row headers, tabular figures. Works in server and client components. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    columns,
    rows,
    caption,
    showCaption,
    rowKey,
    rowHeader = columns[0]?.key,
    footer = [],
    empty,
    rowClassName,
    className = '',
  } = props;
  const line = (row: Row, index: number, extra: string) => (
    <tr key={rowKey?.(row, index) ?? index} className={`${extra} ${rowClassName?.(row) ?? ''}`}>
      {columns.map((column) => {
        const Cell = column.key === rowHeader ? 'th' : 'td';
        return (
          <Cell
            key={column.key}
            {...(Cell === 'th' ? { scope: 'row' } : {})}
            className={`px-2 py-1.5 align-top [font-weight:inherit] first:pl-3 last:pr-3 ${ALIGN[column.align ?? 'left']} ${column.className ?? ''}`}
          >
            {column.render ? column.render(row, index) : plain(row, column.key)}
          </Cell>
        );
      })}
    </tr>
  );
  return (
    <ScrollBox label={caption} className={`rounded-md border border-line ${className}`}>
      <table className="w-full border-collapse">
        <caption className={showCaption ? 'px-3 py-2 text-left font-medium' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`sticky top-0 z-10 border-line border-b bg-sunken px-2 py-1.5 font-medium text-muted text-sm first:pl-3 last:pr-3 ${ALIGN[column.align ?? 'left']} ${column.className ?? ''}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => line(row, index, 'border-line not-last:border-b hover:bg-hover/60'))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="px-3 py-6 text-center text-muted">
                {empty ?? 'Nothing here yet.'}
              </td>
            </tr>
          ) : null}
        </tbody>
        {footer.length > 0 ? (
          <tfoot>{footer.map((row, index) => line(row, index, 'border-line-strong border-t font-semibold'))}</tfoot>
        ) : null}
      </table>
    </ScrollBox>
  );
}

function plain(row: object, key: string): ReactNode {
  const value = (row as Record<string, unknown>)[key];
  return value === null || value === undefined ? null : String(value);
}
