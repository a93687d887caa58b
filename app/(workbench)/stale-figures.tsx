import Link from 'next/link';
import { StateMark } from '@/components/ui/state-mark';
import type { StaleFigure } from '@/lib/services/home/get-home';

/** Published figures that wait for risk: a newer run exists, the source changed, or their run was withdrawn. */
export function StaleFigures({ figures, published }: { figures: readonly StaleFigure[]; published: boolean }) {
  if (!published) return null;
  return (
    <section aria-labelledby="home-figures">
      <h2 id="home-figures" className="mb-2 font-semibold text-md">
        Figures to look at
      </h2>
      {figures.length === 0 ? (
        <p className="text-muted">Every published figure is current.</p>
      ) : (
        <ul className="divide-y rounded-md border">
          {figures.map((figure) => (
            <li key={figure.figureId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <StateMark state={figure.state} />
              <Link href={`/analyses/${figure.analysisId}`} className="font-medium hover:underline">
                {figure.name}
              </Link>
              <span className="text-muted">
                {figure.analysis}; published from run {figure.runNumber}
                {figure.latestRunNumber > figure.runNumber ? `, latest is run ${figure.latestRunNumber}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
