import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import { type Evidence, NO_EVIDENCE } from '../evidence/evidence';
import { type AppliedFramework, applyFramework, type FrameworkSettings } from '../frameworks/apply-framework';
import type { Framework } from '../frameworks/framework';
import { frameworkOffsets } from '../frameworks/framework-offsets';
import { KnownMargins } from '../frameworks/known-margins';
import { methodsOfLeg } from '../frameworks/methods-of-leg';
import type { MarginNode } from '../methods/margin-node';
import { SIMM_NOTICE } from '../methods/simm/notice';
import type { SimmPack } from '../parameters/simm-pack';
import type { Portfolio, Position } from '../portfolio/position';
import { frameworkReport } from '../report/framework-report';
import type { RunReport } from '../report/run-report';
import type { AnalysisRun, ComparedFramework } from './analysis-run';
import { compareFrameworks } from './compare-frameworks';
import { type DetailProgress, detailSteps, runDetails } from './details/run-details';
import { ENGINE_VERSION } from './engine-version';
import type { RunParameters } from './run-parameters';

export interface AnalysisInput {
  readonly portfolio: Portfolio;
  /** One per position; a position without one is undetermined. */
  readonly classifications: readonly Classification[];
  readonly baseline: Framework;
  readonly alternatives: readonly Framework[];
  readonly parameters: RunParameters;
  /** What methods may need beside positions; nothing where absent. */
  readonly evidence?: Evidence;
  /** Other packs of the firm than the run's own, for the grid over packs. */
  readonly otherSimmPacks?: readonly SimmPack[];
}

export interface AnalysisResult {
  readonly report: RunReport;
  /** Result tree of each framework, by framework id. */
  readonly trees: Readonly<Record<string, MarginNode>>;
}

/** Told after each step of a run; throw from it to stop the run (cancellation). */
export type AnalysisProgress = (done: number, total: number, message: string) => void;

/**
 * Margins the portfolio under the baseline and every alternative, compares them, and computes the details that the parameters name. Pure: the same input
 * gives the same bytes, in every order of positions. Throws RangeError where two frameworks share an id; a detail that fails leaves a notice.
 */
export function runAnalysis(input: AnalysisInput, progress: AnalysisProgress = () => undefined): AnalysisResult {
  const { portfolio, baseline, alternatives, parameters } = input;
  const ids = [baseline, ...alternatives].map((framework) => framework.id);
  if (new Set(ids).size < ids.length) throw new RangeError(`An analysis compares different frameworks, and was given ${ids.join(', ')}.`);
  const regimes = new Map(input.classifications.map((classification) => [classification.positionId, classification]));
  const { side, threshold, minimumTransfer, details, fundingRate } = parameters;
  const settings: FrameworkSettings = { side, threshold, minimumTransfer, evidence: input.evidence ?? NO_EVIDENCE };
  const known = new KnownMargins();
  const steps = 2 * alternatives.length + 1 + detailSteps(details, alternatives.length);
  const teller = stepTeller(steps, progress);

  teller.next(`Margin under “${baseline.name}”`);
  const base = applyFramework(portfolio, regimes, baseline, { ...settings, known });
  const compared = alternatives.map((framework): ComparedFramework => {
    teller.next(`Margin under “${framework.name}”`);
    const applied = applyFramework(portfolio, regimes, framework, { ...settings, known });
    teller.next(`Offsets across regimes under “${framework.name}”`);
    return { applied, separatedOffsets: offsetsApart(portfolio, regimes, base, applied, settings, known) };
  });
  const run: AnalysisRun = {
    portfolio,
    regimes,
    settings,
    baseline: base,
    alternatives: compared,
    lossDays: parameters.lossDays,
    otherSimmPacks: input.otherSimmPacks ?? [],
  };
  const { notes, adequacy, ...computed } = runDetails(run, details, teller);
  const reportOf = (applied: AppliedFramework) =>
    frameworkReport(applied, regimes, portfolio.positions.length, adequacy.get(applied.framework.id) ?? null);
  const baseReport = reportOf(base);
  const results = compared.map((each) => {
    const report = reportOf(each.applied);
    return { report, impact: compareFrameworks({ baseline: base, alternative: each.applied, ...each }, baseReport, report, fundingRate) };
  });
  progress(steps, steps, 'Margin computed');
  return {
    report: {
      currency: portfolio.calculationCurrency,
      asOf: portfolio.asOf,
      engine: ENGINE_VERSION,
      portfolio: { name: portfolio.name, contentHash: portfolio.contentHash, positions: portfolio.positions.length },
      frameworks: [baseReport, ...results.map(({ report }) => report)],
      impacts: results.map(({ impact }) => impact),
      ...computed,
      notices: [...noticesOf([base, ...compared.map(({ applied }) => applied)]), ...notes],
    },
    trees: Object.fromEntries([base, ...compared.map(({ applied }) => applied)].map(({ framework, tree }) => [framework.id, tree])),
  };
}

/** Counts the steps for whoever listens. */
function stepTeller(steps: number, progress: AnalysisProgress): DetailProgress {
  let done = 0;
  let current = '';
  return {
    next(message) {
      current = message;
      progress(done, steps, message);
      done += 1;
    },
    pulse: () => progress(done - 1, steps, current),
  };
}

/** The notice of a licensed model that positions were margined by. */
function noticesOf(applied: readonly AppliedFramework[]): string[] {
  const uses = applied.flatMap(({ legs }) => legs.flatMap(({ leg, positions }) => (positions === 0 ? [] : methodsOfLeg(leg))));
  return uses.some(({ id }) => id === 'simm') ? [SIMM_NOTICE] : [];
}

/** Offsets of a framework when the positions of each leg of the baseline, and those of no leg, are margined apart. */
function offsetsApart(
  portfolio: Portfolio,
  regimes: ReadonlyMap<string, Classification>,
  baseline: AppliedFramework,
  alternative: AppliedFramework,
  settings: FrameworkSettings,
  known: KnownMargins,
): Decimal {
  const groups = new Map<string | null, Position[]>();
  for (const position of portfolio.positions) {
    if (!alternative.margins.has(position.positionId)) continue;
    const leg = baseline.margins.get(position.positionId)?.leg ?? null;
    const group = groups.get(leg);
    if (group) group.push(position);
    else groups.set(leg, [position]);
  }
  if (groups.size <= 1) return alternative.offsets;
  return sumDecimals(
    [...groups.values()].map((positions) => frameworkOffsets({ ...portfolio, positions }, regimes, alternative.framework, settings, known)),
  );
}
