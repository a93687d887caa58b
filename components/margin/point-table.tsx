import type { LinesValue } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';

/** The numbers of a chart of lines, for those who do not see it. */
export function PointTable({ title, value }: { title: string; value: LinesValue }) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{value.axis}</th>
          {value.series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">
              {category}
              {index === value.current ? ', this run' : ''}
            </th>
            {value.series.map(({ name, values }) => (
              <td key={name}>{values[index] ? formatFigure(values[index], value.format) : 'not computed'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
