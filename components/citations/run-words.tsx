import type { CitedRun } from '@/lib/letter/citations/cited-runs';

/** Words of a citation with what is italic in them. */
export function RunWords({ runs }: { runs: readonly CitedRun[] }) {
  return runs.map(({ text, italic }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never move
    italic ? <em key={index}>{text}</em> : <span key={index}>{text}</span>,
  );
}
