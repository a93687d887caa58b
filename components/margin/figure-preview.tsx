import { cellText } from '@/lib/letter/figures/cell-text';
import type { FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';
import { tableHeat } from '@/lib/letter/figures/heat-levels';
import { FigurePicture } from './figure-picture';
import { HEAT_FILLS } from './heat-fills';

/** A figure's value as a letter would show it: rounded by the format, in the letter's face. */
export function FigurePreview({ name, value }: { name: string; value: FigureValue }) {
  return (
    <div className="rounded-md border bg-paper px-4 py-3 text-paper-ink">
      <Body name={name} value={value} />
      {value.about ? <p className="mt-2 text-muted text-sm">{value.about}</p> : null}
      {value.note ? <p className="mt-2 font-medium text-amber text-sm">{value.note}</p> : null}
      {value.notice ? <p className="mt-2 text-muted text-sm">{value.notice}</p> : null}
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
  if (value.kind === 'chart') return <FigurePicture name={name} value={value} />;
  const heat = tableHeat(value.columns, value.rows);
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
              {value.columns.map((column, place) => (
                <td
                  key={column.key}
                  className={`py-0.5 pr-3 align-top ${column.format ? 'text-right' : ''} ${HEAT_FILLS[heat[index]?.[place] ?? 'none']}`}
                >
                  {cellText(row[column.key] ?? '', column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
