import type { FigureFormat, LinesValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';
import { LevelBars } from './level-bars';
import { type LinesGeometry, linesGeometry } from './lines-geometry';
import { LinesPlot } from './lines-plot';
import { PointTable } from './point-table';
import { SERIES_LOOKS } from './series-looks';

const FEW = 15;

interface LinesChartProps {
  title: string;
  value: LinesValue;
  height?: 'low' | 'normal';
  /** Left out where a heading above says it. */
  titled?: boolean;
}

/**
 * A figure of lines: joined points, bars against a level. Few bars are rows with their names; everything else is a plot with few round ticks. The
 * numbers are a table for those who do not see it, or a sentence where there are hundreds.
 */
export function LinesChart({ title, value, height = 'normal', titled = true }: LinesChartProps) {
  const joined = value.series.some(({ look }) => look === 'line');
  const few = value.categories.length <= FEW;
  const unit = unitLabel(value.format);
  if (!joined && few) return <LevelBars title={title} value={value} titled={titled} />;
  const geometry = linesGeometry(value);
  const decimals = tickDecimals(geometry.ticks, value.format);
  return (
    <figure>
      <figcaption className={titled ? 'mb-1 font-medium' : 'sr-only'}>{title}</figcaption>
      {few ? (
        <div className="sr-only">
          <PointTable title={title} value={value} />
        </div>
      ) : (
        <p className="sr-only">{value.altText}</p>
      )}
      {value.series.length > 1 ? <Key series={value.series.filter(({ values }) => values.some((amount) => amount !== null))} /> : null}
      <div aria-hidden="true" className="grid grid-cols-[3.25rem_minmax(0,1fr)] text-xs">
        <span className={`col-span-2 text-faint ${joined ? 'pb-4' : 'pb-2'}`}>{unit}</span>
        <svg aria-hidden="true" width="100%" height="100%" className={`block overflow-visible ${HEIGHTS[height]}`}>
          {geometry.ticks.map(({ value: tick, y }) => (
            <text key={tick} x="44" y={`${y}%`} dy="4" textAnchor="end" className="figures fill-faint">
              {formatFigure(tick, { ...value.format, decimals }, 'cell')}
            </text>
          ))}
        </svg>
        <LinesPlot geometry={geometry} value={value} className={HEIGHTS[height]} />
        <span />
        <svg aria-hidden="true" width="100%" height="18" className="block overflow-visible">
          {geometry.marks.map(({ index, x }) => (
            <text
              key={index}
              x={`${x}%`}
              y="14"
              textAnchor={few ? 'middle' : x > 90 ? 'end' : x < 10 ? 'start' : 'middle'}
              className={index === value.current ? 'fill-ink font-semibold' : 'fill-muted'}
            >
              {value.categories[index]}
            </text>
          ))}
        </svg>
        <span />
        <span className="text-center text-faint">{titled ? value.axis : null}</span>
      </div>
    </figure>
  );
}

const HEIGHTS = { low: 'h-36', normal: 'h-48' };

function Key({ series }: { series: LinesValue['series'] }) {
  return (
    <ul aria-label="Key" className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
      {series.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="10">
            {look === 'level' ? (
              <line x1="0" x2="14" y1="5" y2="5" strokeWidth="1.5" strokeDasharray="6 2" className={SERIES_LOOKS[look].stroke} />
            ) : (
              <rect width="10" height="10" rx="2" className={SERIES_LOOKS[look].fill} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** As many decimals as the ticks need. */
function tickDecimals(ticks: LinesGeometry['ticks'], format: FigureFormat): number {
  const fractions = ticks.map(({ value }) => /\.(\d*?)0*[%)]*$/.exec(formatFigure(value, { ...format, decimals: 6 }, 'cell'))?.[1] ?? '');
  return Math.max(0, ...fractions.map(({ length }) => length));
}
