import type { LinesValue } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import type { LinesGeometry, PlotSeries } from './lines-geometry';
import { SERIES_LOOKS } from './series-looks';

/** More points than these have no room for a label each: then the ends and the run’s own have one. */
const MOST_LABELS = 6;

/** The drawn part of a chart of lines: grid, bars, levels, joined points with their labels. */
export function LinesPlot({ geometry, value, className }: { geometry: LinesGeometry; value: LinesValue; className: string }) {
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
            <path d={barsPath(series, geometry)} className={SERIES_LOOKS[series.look].fill} />
          </svg>
        ) : null,
      )}
      {geometry.series.map((series) =>
        series.look === 'line' || series.look === 'level' ? (
          <g key={series.name} className={SERIES_LOOKS[series.look].stroke}>
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
