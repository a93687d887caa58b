import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import type { Evidence } from '../evidence/evidence';
import { type AppliedFramework, applyFramework, type FrameworkSettings } from '../frameworks/apply-framework';
import type { Framework } from '../frameworks/framework';
import type { MarginNode } from '../methods/margin-node';
import type { SimmPack } from '../parameters/simm-pack';
import type { Portfolio, Position } from '../portfolio/position';
import { frameworkReport } from '../report/framework-report';
import type { RunReport } from '../report/run-report';
import { compareFrameworks } from './compare-frameworks';
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
 * Margins the portfolio under the baseline and every alternative, and compares them. Pure: the same input gives the same bytes, in every order of
 * positions. Throws RangeError where two frameworks share an id.
 */
export function runAnalysis(input: AnalysisInput, progress: AnalysisProgress = () => undefined): AnalysisResult {
  const { portfolio, baseline, alternatives, parameters } = input;
  const ids = [baseline, ...alternatives].map((framework) => framework.id);
  if (new Set(ids).size < ids.length) throw new RangeError(`An analysis compares different frameworks, and was given ${ids.join(', ')}.`);
  const regimes = new Map(input.classifications.map((classification) => [classification.positionId, classification]));
  const steps = 2 * alternatives.length + 1;
  let done = 0;
  const tell = (message: string) => progress(done++, steps, message);

  tell(`Margin under “${baseline.name}”`);
  const base = applyFramework(portfolio, regimes, baseline, parameters);
  const baseReport = frameworkReport(base, regimes, portfolio.positions.length);
  const results = alternatives.map((framework) => {
    tell(`Margin under “${framework.name}”`);
    const applied = applyFramework(portfolio, regimes, framework, parameters);
    const report = frameworkReport(applied, regimes, portfolio.positions.length);
    tell(`Offsets across regimes under “${framework.name}”`);
    const separatedOffsets = offsetsApart(portfolio, regimes, base, applied, parameters);
    return { applied, report, impact: compareFrameworks({ baseline: base, alternative: applied, separatedOffsets }, baseReport, report) };
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
      offsetMatrices: [],
      sensitivities: [],
      classificationWhatIf: null,
      treasuryClearing: null,
      notices: [],
    },
    trees: Object.fromEntries([base, ...results.map(({ applied }) => applied)].map(({ framework, tree }) => [framework.id, tree])),
  };
}

/** Offsets of a framework when the positions of each leg of the baseline, and those of no leg, are margined apart. */
function offsetsApart(
  portfolio: Portfolio,
  regimes: ReadonlyMap<string, Classification>,
  baseline: AppliedFramework,
  alternative: AppliedFramework,
  parameters: FrameworkSettings,
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
  const settings: FrameworkSettings = { ...parameters, threshold: 'ignored', minimumTransfer: 'ignored' };
  const apart = [...groups.values()].map((positions) =>
    applyFramework({ ...portfolio, positions }, regimes, alternative.framework, settings),
  );
  return sumDecimals(apart.map((applied) => applied.offsets));
}
