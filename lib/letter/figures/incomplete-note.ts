import type { FrameworkReport, ImpactReport } from '@/lib/margin/report/run-report';

/** What must be said beside an amount that leaves something out, or a saving that is not of like with like; null where there is nothing to say. */
export function incompleteNote(frameworks: readonly FrameworkReport[], impact: ImpactReport | null = null): string | null {
  const parts = frameworks
    .filter((framework) => !framework.complete)
    .map((framework) => {
      const positions = new Set(framework.failures.flatMap((failure) => failure.positionIds)).size;
      return `${framework.name}: ${positions === 0 ? 'an amount is missing' : `${counted(positions)} no amount`}`;
    });
  const uneven = impact ? impact.onlyInBaseline.length + impact.onlyInAlternative.length : 0;
  const notes = [
    ...(parts.length > 0 ? [`Incomplete. ${parts.join('; ')}.`] : []),
    ...(uneven > 0 ? [`Not of like with like: ${counted(uneven)} an amount on one side only.`] : []),
  ];
  return notes.length === 0 ? null : notes.join(' ');
}

function counted(positions: number): string {
  return positions === 1 ? '1 position has' : `${positions} positions have`;
}
