import { contentHash } from '@/lib/core/hash';
import type { Classification } from '../classification/regime';
import type { Framework } from '../frameworks/framework';
import { ENGINE_VERSION } from './engine-version';
import type { RunParameters } from './run-parameters';

export interface HashedInputs {
  readonly portfolio: { readonly contentHash: string; readonly asOf: string; readonly calculationCurrency: string };
  readonly classifications: readonly Classification[];
  readonly baseline: Framework;
  readonly alternatives: readonly Framework[];
  readonly parameters: RunParameters;
  /** Hashes of the evidence files and parameter sets that the run was given, in a fixed order; nothing where absent. */
  readonly sources?: readonly { readonly kind: string; readonly contentHash: string }[];
}

/**
 * SHA-256 of everything that decides a run's amounts: positions, date, currency, regimes, the frameworks' whole data, parameters,
 * evidence, parameter sets and engine. Two runs of one hash have one result. The order of rows and of classifications does not enter; that of alternatives does.
 */
export function inputsHash(inputs: HashedInputs): string {
  const regimes = inputs.classifications.map(({ positionId, regime }) => [positionId, regime]);
  regimes.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  return contentHash({
    engine: ENGINE_VERSION,
    portfolio: {
      contentHash: inputs.portfolio.contentHash,
      asOf: inputs.portfolio.asOf,
      calculationCurrency: inputs.portfolio.calculationCurrency,
    },
    regimes: contentHash(regimes),
    baseline: inputs.baseline,
    alternatives: inputs.alternatives,
    parameters: inputs.parameters,
    ...(inputs.sources && inputs.sources.length > 0 ? { sources: inputs.sources } : {}),
  });
}
