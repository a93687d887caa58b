import type { Position } from '../portfolio/position';
import { classifyPosition } from './classify-position';
import { type IndexConstituents, NO_CONSTITUENTS } from './index-constituents';
import { type Classification, REGIMES, type Regime } from './regime';

/** The regime of every position, and how many each regime has (regimes without positions left out). */
export interface PortfolioClassification {
  readonly classifications: readonly Classification[];
  readonly counts: readonly { readonly regime: Regime; readonly positions: number }[];
}

/** Classifies every position by itself, in the order given. */
export function classifyPortfolio(
  positions: readonly Position[],
  constituents: IndexConstituents = NO_CONSTITUENTS,
): PortfolioClassification {
  const counted = new Map<Regime, number>();
  const classifications = positions.map((position) => {
    const classification = classifyPosition(position, constituents);
    counted.set(classification.regime, (counted.get(classification.regime) ?? 0) + 1);
    return classification;
  });
  const counts = REGIMES.flatMap((regime) => {
    const count = counted.get(regime);
    return count === undefined ? [] : [{ regime, positions: count }];
  });
  return { classifications, counts };
}
