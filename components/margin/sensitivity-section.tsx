import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import type { RunReport } from '@/lib/margin/report/run-report';
import { LinesChart } from './lines-chart';

/** How totals move when one setting moves and all else stays: a small picture each, those of the chosen alternative first. */
export function SensitivitySection({ report, preferred }: { report: RunReport; preferred: string }) {
  const grids = [...report.sensitivities].sort((a, b) => Number(b.framework === preferred) - Number(a.framework === preferred));
  const nameOf = (id: string) => report.frameworks.find(({ framework }) => framework === id)?.name ?? id;
  return (
    <ul className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
      {grids.map(({ framework, setting, label, points }) => {
        const figure = resolveFigure(report, `sensitivity/${encodeURIComponent(framework)}/${setting}`);
        const missing = points.flatMap((point) => (point.total === null && point.note ? [`${point.label}: ${point.note}`] : []));
        return (
          <li key={`${framework}-${setting}`} className="min-w-0">
            <p className="mb-2 font-medium">
              {label}
              <span className="block font-normal text-muted text-sm">{nameOf(framework)}</span>
            </p>
            {figure.ok && figure.value.kind === 'chart' && figure.value.chart === 'lines' ? (
              <LinesChart title={`${nameOf(framework)} by ${label.toLowerCase()}`} titled={false} height="low" value={figure.value} />
            ) : null}
            {missing.length > 0 ? <p className="mt-1 text-amber text-sm">{missing.join('; ')}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
