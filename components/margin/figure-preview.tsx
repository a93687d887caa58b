import type { FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';
import { BarsChart } from './bars-chart';
import { BridgeChart } from './bridge-chart';

/** A figure's value as a letter would show it: rounded by the format, in the letter's face. */
export function FigurePreview({ name, value }: { name: string; value: FigureValue }) {
  return (
    <div className="rounded-md border bg-paper px-4 py-3 text-paper-ink">
      <Body name={name} value={value} />
      {value.note ? <p className="mt-2 font-medium text-amber text-sm">{value.note}</p> : null}
    </div>
  );
}

function Body({ name, value }: { name: string; value: FigureValue }) {
  if (value.kind === 'number') {
    return (
      <p className="font-serif text-lg">
        <span className="text-faint">… the figure is </span>
        <strong title={value.value}>{formatFigure(value.value, value.format)}</strong>
        <span className="text-faint"> as at the date of the positions …</span>
      </p>
    );
  }
  if (value.kind === 'chart') {
    if (value.chart === 'bars') return <BarsChart title={name} points={value.points} format={value.format} />;
    const steps = value.points.map((point, index) => ({
      id: String(index),
      label: point.label,
      kind: point.kind === 'total' ? ('total' as const) : ('change' as const),
      amount: point.amount,
      explanation: '',
    }));
    const compositions = Object.fromEntries(value.points.map(({ agency, amount }, index) => [String(index), [{ agency, amount }]]));
    return <BridgeChart compact title={name} steps={steps} compositions={compositions} currency={value.format.currency ?? ''} source="" />;
  }
  return (
    <div className="max-h-72 overflow-auto">
      <table className="w-full border-collapse font-serif">
        <caption className="mb-1 text-left font-semibold">{name}</caption>
        <thead>
          <tr className="border-b border-paper-ink/40">
            {value.columns.map((column) => (
              <th key={column.key} scope="col" className={`py-1 pr-3 font-semibold ${column.format ? 'text-right' : 'text-left'}`}>
                {column.label}
                {column.format && unitLabel(column.format) ? (
                  <span className="block font-normal text-sm">{unitLabel(column.format)}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row, index) => (
            <tr key={JSON.stringify(row)} className={index === value.totalRow ? 'border-t border-paper-ink/40 font-semibold' : ''}>
              {value.columns.map((column) => (
                <td key={column.key} className={`py-0.5 pr-3 align-top ${column.format ? 'text-right' : ''}`}>
                  {column.format ? formatFigure(row[column.key] ?? '0', column.format, 'cell') : row[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
