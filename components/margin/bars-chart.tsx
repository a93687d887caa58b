import type { FigureFormat, FigureSeriesPoint } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';
import { AGENCY_FILLS } from './agency-name';
import { barLengths } from './bar-lengths';

/** Labelled horizontal bars: a small table whose middle column draws each amount. */
export function BarsChart({ title, points, format }: { title: string; points: readonly FigureSeriesPoint[]; format: FigureFormat }) {
  const lengths = barLengths(points.map(({ amount }) => amount));
  return (
    <table className="w-full border-collapse">
      <caption className="mb-1 text-left font-medium">
        {title}
        <span className="font-normal text-muted"> {unitLabel(format)}</span>
      </caption>
      <tbody>
        {points.map((point, index) => (
          <tr key={`${point.label}-${point.amount}`}>
            <th scope="row" className="w-2/5 py-0.5 pr-3 text-left font-normal leading-4">
              {point.label}
            </th>
            <td className="p-0">
              <svg aria-hidden="true" width="100%" height="14" className="block">
                <rect width={`${lengths[index] ?? 0}%`} height="14" rx="1.5" className={AGENCY_FILLS[point.agency]} />
              </svg>
            </td>
            <td className="w-24 py-0.5 text-right">{formatFigure(point.amount, format, 'cell')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
