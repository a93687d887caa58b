import { FigurePicture } from '@/components/margin/figure-picture';
import { HEAT_FILLS } from '@/components/margin/heat-fills';
import { cellText } from '@/lib/letter/figures/cell-text';
import type { FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';
import { tableHeat } from '@/lib/letter/figures/heat-levels';

/** The content of a table or chart figure as the letter shows it. A chart carries its numbers as text, so that nobody needs to see it. */
export function FigureBody({ name, value }: { name: string; value: FigureValue }) {
  if (value.kind === 'number') return <p>{formatFigure(value.value, value.format)}</p>;
  if (value.kind === 'table') return <FigureTableBody name={name} value={value} />;
  return (
    <div className="figure-picture">
      {value.chart === 'lines' ? null : <p className="sr-only">{value.altText}</p>}
      <FigurePicture name={name} value={value} />
    </div>
  );
}

function FigureTableBody({ name, value }: { name: string; value: Extract<FigureValue, { kind: 'table' }> }) {
  const heat = tableHeat(value.columns, value.rows);
  return (
    <table>
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr>
          {value.columns.map((column) => (
            <th key={column.key} scope="col" data-number={column.format ? '' : undefined}>
              {column.label}
              {column.format && unitLabel(column.format) ? <span className="figure-unit">{unitLabel(column.format)}</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.rows.map((row, index) => (
          <tr key={JSON.stringify(row)} data-total={index === value.totalRow ? '' : undefined}>
            {value.columns.map((column, place) => (
              <td
                key={column.key}
                data-number={column.format ? '' : undefined}
                className={HEAT_FILLS[heat[index]?.[place] ?? 'none'] || undefined}
              >
                {cellText(row[column.key] ?? '', column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
