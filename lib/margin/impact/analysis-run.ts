import type { Decimal } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import type { AppliedFramework, FrameworkSettings } from '../frameworks/apply-framework';
import { applyFramework } from '../frameworks/apply-framework';
import type { Framework } from '../frameworks/framework';
import type { SimmPack } from '../parameters/simm-pack';
import type { Portfolio, Position } from '../portfolio/position';

/** What a run has computed when its details begin. */
export interface AnalysisRun {
  readonly portfolio: Portfolio;
  readonly regimes: ReadonlyMap<string, Classification>;
  readonly settings: FrameworkSettings;
  readonly baseline: AppliedFramework;
  readonly alternatives: readonly ComparedFramework[];
  /** Days that a loss runs over where adequacy is computed. */
  readonly lossDays: number;
  readonly otherSimmPacks: readonly SimmPack[];
}

export interface ComparedFramework {
  readonly applied: AppliedFramework;
  /** Its offsets when the positions of each leg of the baseline are margined apart from the others'. */
  readonly separatedOffsets: Decimal;
}

/** A framework on some of the run's positions, before thresholds and minimum transfer amounts. */
export function marginOf(
  run: Pick<AnalysisRun, 'portfolio' | 'regimes' | 'settings'>,
  framework: Framework,
  positions: readonly Position[],
  regimes: ReadonlyMap<string, Classification> = run.regimes,
): AppliedFramework {
  const settings: FrameworkSettings = { ...run.settings, threshold: 'ignored', minimumTransfer: 'ignored', totalOnly: true };
  return applyFramework({ ...run.portfolio, positions }, regimes, framework, settings);
}
