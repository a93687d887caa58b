import type { FrameworkReport, ImpactReport, RunReport } from './run-report';

/** What reports did not hold when the first runs were kept. */
type LaterFramework = Pick<FrameworkReport, 'byNettingSet' | 'byPositionGroup' | 'largestPositions' | 'adequacy'>;
type LaterImpact = Pick<ImpactReport, 'byNettingSet' | 'byPositionGroup' | 'funding'>;
type LaterReport = Pick<RunReport, 'offsetMatrices' | 'sensitivities' | 'classificationWhatIf' | 'treasuryClearing' | 'notices'>;

const NO_FRAMEWORK_DETAIL: LaterFramework = { byNettingSet: [], byPositionGroup: [], largestPositions: [], adequacy: null };
const NO_IMPACT_DETAIL: LaterImpact = { byNettingSet: [], byPositionGroup: [], funding: null };
const NO_DETAIL: LaterReport = {
  offsetMatrices: [],
  sensitivities: [],
  classificationWhatIf: null,
  treasuryClearing: null,
  notices: [],
};

/** A report as it was kept, with nothing where runs of earlier versions kept nothing; null for a run without a result. */
export function storedReport(kept: unknown): RunReport | null {
  if (kept === null || kept === undefined) return null;
  const report = kept as RunReport;
  return {
    ...NO_DETAIL,
    ...report,
    frameworks: report.frameworks.map((framework) => ({ ...NO_FRAMEWORK_DETAIL, ...framework })),
    impacts: report.impacts.map((impact) => ({ ...NO_IMPACT_DETAIL, ...impact })),
  };
}
