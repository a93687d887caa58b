import { Decimal } from '@/lib/core/decimal';
import type { LinesValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';

/** Few bars as rows with their names, each against its level where the figure has one; the one that the run stands at is marked. */
export function LevelBars({ title, value, titled }: { title: string; value: LinesValue; titled: boolean }) {
  const bars = value.series.filter(({ look }) => look !== 'level');
  const level = value.series.find(({ look }) => look === 'level');
  const amounts = value.series.flatMap(({ values }) => values.flatMap((amount) => (amount === null ? [] : [new Decimal(amount).abs()])));
  const longest = Decimal.max(0, ...amounts);
  const at = (amount: string | null | undefined) =>
    amount && !longest.isZero() ? new Decimal(amount).abs().div(longest).times(100).toDecimalPlaces(2).toNumber() : 0;
  const unit = unitLabel(value.format);
  return (
    <table className="w-full border-collapse">
      <caption className={titled ? 'mb-1 text-left font-medium' : 'sr-only'}>
        {title}
        {unit ? <span className="font-normal text-muted"> {unit}</span> : null}
      </caption>
      <thead className={level ? 'text-muted text-sm' : 'sr-only'}>
        <tr>
          <th scope="col" className="pb-1 text-left font-medium">
            {value.axis}
          </th>
          <th scope="col" className="font-normal">
            <span className="sr-only">Drawn</span>
          </th>
          {value.series.map(({ name }) => (
            <th key={name} scope="col" className="pb-1 pl-3 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.categories.map((category, index) => (
          <tr key={category} className={index === value.current ? 'font-semibold' : ''}>
            <th scope="row" className="w-2/5 py-1 pr-3 text-left [font-weight:inherit] leading-4">
              {category}
              {index === value.current ? <span className="font-normal text-muted text-sm"> this run</span> : null}
            </th>
            <td className="p-0">
              <svg aria-hidden="true" width="100%" height="16" className="block overflow-visible">
                {bars.map(({ name, look, values }) => (
                  <rect
                    key={name}
                    y="2"
                    width={`${at(values[index])}%`}
                    height="12"
                    rx="1.5"
                    className={look === 'alert' ? 'fill-red-solid' : 'fill-agency-none'}
                  />
                ))}
                {level ? (
                  <line
                    x1={`${at(level.values[index])}%`}
                    x2={`${at(level.values[index])}%`}
                    y1="0"
                    y2="16"
                    strokeWidth="2"
                    className="stroke-ink"
                  />
                ) : null}
              </svg>
            </td>
            {value.series.map(({ name, values, format = value.format }) => (
              <td key={name} className="figures w-24 whitespace-nowrap py-1 pl-3 text-right">
                {values[index] ? formatFigure(values[index], format, 'cell') : 'not computed'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
