import { formatFigure } from '@/lib/letter/figures/format-figure';
import { inSentence } from '@/lib/letter/figures/in-sentence';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import type { SensitivityGrid } from '@/lib/margin/report/detail-reports';
import type { RunReport } from '@/lib/margin/report/run-report';
import { LinesChart } from './lines-chart';
import { PublishButton } from './publish-button';

/** How totals move when one setting moves and all else stays: by setting, a small picture of each framework that moves; the others in a sentence. */
export function SensitivitySection({ report, preferred }: { report: RunReport; preferred: string }) {
  const settings = [...new Set(report.sensitivities.map(({ setting }) => setting))];
  const first = [...report.sensitivities].sort((a, b) => Number(b.framework === preferred) - Number(a.framework === preferred));
  return (
    <div className="flex flex-col gap-6">
      {settings.map((setting) => (
        <Setting key={setting} report={report} grids={first.filter((grid) => grid.setting === setting)} />
      ))}
    </div>
  );
}

function Setting({ report, grids }: { report: RunReport; grids: readonly SensitivityGrid[] }) {
  const nameOf = (id: string) => report.frameworks.find(({ framework }) => framework === id)?.name ?? id;
  const moving = grids.filter((grid) => stillAt(grid) === null);
  const still = grids.flatMap((grid) => {
    const total = stillAt(grid);
    return total === null ? [] : [`${nameOf(grid.framework)} (${formatFigure(total, MILLIONS, 'cell')})`];
  });
  return (
    <section aria-label={grids[0]?.label}>
      <h3 className="mb-2 font-medium">{grids[0]?.label}</h3>
      <ul className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        {moving.map((grid) => (
          <li key={grid.framework} className="min-w-0">
            <div className="flex items-center justify-between gap-2">
              <p className="text-muted text-sm">{nameOf(grid.framework)}</p>
              <PublishButton
                path={`sensitivity/${encodeURIComponent(grid.framework)}/${grid.setting}`}
                what={`sensitivity of ${nameOf(grid.framework)}: ${inSentence(grid.label)}`}
              />
            </div>
            <GridPicture report={report} grid={grid} name={nameOf(grid.framework)} />
          </li>
        ))}
      </ul>
      {still.length > 0 ? (
        <p className={`text-muted text-sm ${moving.length > 0 ? 'mt-2' : ''}`}>
          It moves nothing under {still.join(', ')}; {report.currency}&nbsp;m.
        </p>
      ) : null}
    </section>
  );
}

function GridPicture({ report, grid, name }: { report: RunReport; grid: SensitivityGrid; name: string }) {
  const figure = resolveFigure(report, `sensitivity/${encodeURIComponent(grid.framework)}/${grid.setting}`);
  const missing = grid.points.flatMap((point) => (point.total === null && point.note ? [`${point.label}: ${point.note}`] : []));
  return (
    <>
      {figure.ok && figure.value.kind === 'chart' && figure.value.chart === 'lines' ? (
        <LinesChart title={`${name}: ${inSentence(grid.label)}`} titled={false} height="low" value={figure.value} />
      ) : null}
      {missing.length > 0 ? <p className="mt-1 text-amber text-sm">{missing.join('; ')}</p> : null}
    </>
  );
}

const MILLIONS = { style: 'count', currency: null, scale: 'millions', decimals: 1 } as const;

/** The one total of a grid that does not move; null for one that does, or of which a point is missing. */
function stillAt({ points }: SensitivityGrid): string | null {
  const [first] = points;
  return first?.total && points.every(({ total }) => total === first.total) ? first.total : null;
}
