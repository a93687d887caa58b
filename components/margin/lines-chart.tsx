import type { FigureFormat, FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';
import { LevelBars } from './level-bars';
import { type LinesGeometry, linesGeometry, type PlotSeries } from './lines-geometry';

export type LinesValue = Extract<FigureValue, { chart: 'lines' }>;

/** More points than these have no room for a label each: then the ends and the run’s own have one. */
const MOST_LABELS = 6;
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
        <Plot geometry={geometry} value={value} className={HEIGHTS[height]} />
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

const LOOKS = {
  line: { fill: 'fill-accent-ink', stroke: 'stroke-accent-ink' },
  bars: { fill: 'fill-agency-none', stroke: 'stroke-agency-none' },
  alert: { fill: 'fill-red-solid', stroke: 'stroke-red-solid' },
  level: { fill: 'fill-ink', stroke: 'stroke-ink' },
} as const;

function Plot({ geometry, value, className }: { geometry: LinesGeometry; value: LinesValue; className: string }) {
  return (
    <svg aria-hidden="true" width="100%" height="100%" className={`block overflow-visible ${className}`}>
      {geometry.ticks.map(({ value: tick, y }) => (
        <line
          key={tick}
          x1="0"
          x2="100%"
          y1={`${y}%`}
          y2={`${y}%`}
          className={y === geometry.zero ? 'stroke-line-strong' : 'stroke-line'}
        />
      ))}
      {geometry.series.map((series) =>
        series.look === 'bars' || series.look === 'alert' ? (
          <svg key={series.name} aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
            <path d={barsPath(series, geometry)} className={LOOKS[series.look].fill} />
          </svg>
        ) : null,
      )}
      {geometry.series.map((series) =>
        series.look === 'line' || series.look === 'level' ? (
          <g key={series.name} className={LOOKS[series.look].stroke}>
            {series.look === 'level' ? <Level series={series} /> : <Segments series={series} />}
          </g>
        ) : null,
      )}
      {geometry.series
        .filter(({ look }) => look === 'line')
        .flatMap((series) =>
          series.points.map(({ index, x, y }, place) => {
            const amount = value.series.find(({ name }) => name === series.name)?.values[index];
            const current = index === value.current;
            return (
              <g key={`${series.name}-${index}`}>
                <circle
                  cx={`${x}%`}
                  cy={`${y}%`}
                  r={current ? 5 : 3.5}
                  className={current ? 'fill-accent-ink' : 'fill-canvas stroke-accent-ink'}
                  strokeWidth="2"
                />
                {amount && isLabelled(value, index) ? (
                  <text
                    x={`${x}%`}
                    y={`${y}%`}
                    dy="-10"
                    textAnchor={anchorOf(series, place)}
                    className={`figures fill-ink ${current ? 'font-semibold' : ''}`}
                  >
                    {formatFigure(amount, value.format, 'cell')}
                  </text>
                ) : null}
              </g>
            );
          }),
        )}
    </svg>
  );
}

/** Labels at the ends turn away from the line where it would run through them. */
function anchorOf({ points }: PlotSeries, place: number): 'start' | 'middle' | 'end' {
  const [own, next, before] = [points[place], points[place + 1], points[place - 1]];
  if (own && !before && next && next.y > own.y) return 'start';
  return own && !next && before && before.y > own.y ? 'end' : 'middle';
}

function isLabelled({ categories, current }: LinesValue, index: number): boolean {
  return categories.length <= MOST_LABELS || index === 0 || index === categories.length - 1 || index === current;
}

function Level({ series }: { series: PlotSeries }) {
  const y = series.points[0]?.y;
  return y === undefined ? null : <line x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} strokeWidth="1.5" strokeDasharray="6 3" />;
}

function Segments({ series }: { series: PlotSeries }) {
  return series.points.slice(1).map((point, index) => {
    const before = series.points[index];
    // a point that could not be computed leaves a gap
    if (!before || before.index !== point.index - 1) return null;
    return <line key={point.index} x1={`${before.x}%`} y1={`${before.y}%`} x2={`${point.x}%`} y2={`${point.y}%`} strokeWidth="1.75" />;
  });
}

function barsPath({ points }: PlotSeries, { bar, zero }: LinesGeometry): string {
  return points.map(({ x, y }) => `M${x - bar / 2} ${zero}V${y}h${bar}V${zero}Z`).join('');
}

function Key({ series }: { series: LinesValue['series'] }) {
  return (
    <ul aria-label="Key" className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
      {series.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="10">
            {look === 'level' ? (
              <line x1="0" x2="14" y1="5" y2="5" strokeWidth="1.5" strokeDasharray="6 2" className={LOOKS[look].stroke} />
            ) : (
              <rect width="10" height="10" rx="2" className={LOOKS[look].fill} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function PointTable({ title, value }: { title: string; value: LinesValue }) {
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

/** As many decimals as the ticks need. */
function tickDecimals(ticks: LinesGeometry['ticks'], format: FigureFormat): number {
  const fractions = ticks.map(({ value }) => /\.(\d*?)0*[%)]*$/.exec(formatFigure(value, { ...format, decimals: 6 }, 'cell'))?.[1] ?? '');
  return Math.max(0, ...fractions.map(({ length }) => length));
}
