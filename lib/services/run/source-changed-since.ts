import { canonicalJson } from '@/lib/core/canonical-json';
import { contentHash } from '@/lib/core/hash';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import type { RunDescription } from './run-description';

interface PresentSource {
  readonly portfolioId: string;
  readonly portfolio: { readonly contentHash: string };
  readonly baseline: string;
  readonly alternatives: readonly string[];
  readonly parameters: unknown;
}

/**
 * Whether the analysis now describes another computation than the run did: other positions or evidence, other frameworks, a framework of the firm that was
 * changed or removed since, or other parameters. Its name does not count. `hashes` has the firm's own frameworks as they are now, by key.
 */
export function sourceChangedSince(analysis: PresentSource, runDescription: unknown, hashes: ReadonlyMap<string, string>): boolean {
  const run = runDescription as RunDescription;
  const now = {
    portfolioId: analysis.portfolioId,
    contentHash: analysis.portfolio.contentHash,
    baseline: analysis.baseline,
    alternatives: analysis.alternatives,
    parameters: { ...DEFAULT_RUN_PARAMETERS, ...(analysis.parameters as object) },
  };
  const then = {
    portfolioId: run.portfolio.id,
    contentHash: run.portfolio.contentHash,
    baseline: run.baseline,
    alternatives: run.alternatives,
    parameters: { ...DEFAULT_RUN_PARAMETERS, ...run.parameters },
  };
  if (canonicalJson(now) !== canonicalJson(then)) return true;
  return run.frameworks.some((framework) => !framework.builtIn && hashes.get(framework.id) !== contentHash(framework));
}
