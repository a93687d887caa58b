import type { FrameworkReport } from '@/lib/margin/report/run-report';

/** What must be said beside an amount that leaves something out; null where all is in it. */
export function incompleteNote(frameworks: readonly FrameworkReport[]): string | null {
  const parts = frameworks
    .filter((framework) => !framework.complete)
    .map((framework) => {
      const positions = new Set(framework.failures.flatMap((failure) => failure.positionIds)).size;
      const what =
        positions === 0 ? 'an amount is missing' : positions === 1 ? '1 position has no amount' : `${positions} positions have no amount`;
      return `${framework.name}: ${what}`;
    });
  return parts.length === 0 ? null : `Incomplete. ${parts.join('; ')}.`;
}
