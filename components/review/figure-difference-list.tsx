import type { FigureDifference } from '@/lib/review/figure-differences';

const WORDS: Record<FigureDifference['kind'], string> = { changed: '', added: 'put in', removed: 'taken out', withdrawn: 'withdrawn' };

/** What became of figures, each as a reader sees it: "Saving: $68.7 million, run 12 → $70.1 million, run 15". */
export function FigureDifferenceList({ figures }: { figures: readonly FigureDifference[] }) {
  if (figures.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1" aria-label="Figures that changed">
      {figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finished list never moves
        <li key={index} className="figures">
          <span className="font-medium">{figure.name}</span>:{' '}
          {figure.kind === 'changed' ? `${figure.before} → ${figure.after}` : stateOf(figure)}
        </li>
      ))}
    </ul>
  );
}

function stateOf({ kind, before, after }: FigureDifference): string {
  return `${WORDS[kind]} (${after ?? before})`;
}
