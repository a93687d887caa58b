import { BarsChart } from '@/components/margin/bars-chart';
import { BridgeChart } from '@/components/margin/bridge-chart';
import type { FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';

/** The content of a table or chart figure as the letter shows it. A chart carries its numbers as text, so that nobody needs to see it. */
export function FigureBody({ name, value }: { name: string; value: FigureValue }) {
  if (value.kind === 'number') return <p>{formatFigure(value.value, value.format)}</p>;
  if (value.kind === 'table') return <FigureTableBody name={name} value={value} />;
  return (
    <div className="figure-picture">
      <p className="sr-only">{value.altText}</p>
      {value.chart === 'bars' ? (
        <BarsChart title={name} points={value.points} format={value.format} />
      ) : (
        <BridgeChart
          compact
          title={name}
          currency={value.format.currency ?? ''}
          source=""
          steps={value.points.map((point, index) => ({
            id: String(index),
            label: point.label,
            kind: point.kind === 'total' ? 'total' : 'change',
            amount: point.amount,
            explanation: '',
          }))}
        />
      )}
    </div>
  );
}

function FigureTableBody({ name, value }: { name: string; value: Extract<FigureValue, { kind: 'table' }> }) {
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
            {value.columns.map((column) => (
              <td key={column.key} data-number={column.format ? '' : undefined}>
                {column.format ? formatFigure(row[column.key] ?? '0', column.format, 'cell') : row[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
