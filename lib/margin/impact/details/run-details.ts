import type { AppliedFramework } from '../../frameworks/apply-framework';
import type { AdequacyReport } from '../../report/adequacy-report';
import type { RunReport } from '../../report/run-report';
import type { AnalysisRun } from '../analysis-run';
import type { RunDetail } from '../run-parameters';
import { classificationWhatIf } from './classification-what-if';
import { frameworkAdequacy } from './framework-adequacy';
import { modelGrids } from './model-grids';
import { offsetMatrix } from './offset-matrix';
import { offsetRateGrid } from './offset-rate-grid';
import { treasuryClearing } from './treasury-clearing';

/** Called between steps; throws to stop the run. `next` begins a step, `pulse` tells that the current one goes on. */
export interface DetailProgress {
  next(message: string): void;
  pulse(): void;
}

export interface RunDetails extends Pick<RunReport, 'offsetMatrices' | 'sensitivities' | 'classificationWhatIf' | 'treasuryClearing'> {
  /** By framework id. */
  readonly adequacy: ReadonlyMap<string, AdequacyReport>;
  /** What could not be computed, a sentence each. */
  readonly notes: readonly string[];
}

const DIMENSIONS = ['regime', 'class'] as const;

/** How many steps the details take, for progress. */
export function detailSteps(details: readonly RunDetail[], alternatives: number): number {
  const steps: Readonly<Record<RunDetail, number>> = {
    'offset-matrix': alternatives * DIMENSIONS.length,
    sensitivity: 2 * alternatives + 1,
    adequacy: alternatives + 1,
    classification: 1,
    'treasury-clearing': 1,
  };
  return details.reduce((sum, detail) => sum + steps[detail], 0);
}

/** The details that a run was asked for. One that fails leaves a note and nothing else behind; whoever stops the run stops it. */
export function runDetails(run: AnalysisRun, details: readonly RunDetail[], progress: DetailProgress): RunDetails {
  const notes: string[] = [];
  const { attempt, pulse } = attempting(notes, progress);
  const frameworks: readonly AppliedFramework[] = [run.baseline, ...run.alternatives.map(({ applied }) => applied)];
  const wanted = (detail: RunDetail) => details.includes(detail);
  const offsetMatrices = !wanted('offset-matrix')
    ? []
    : run.alternatives.flatMap(({ applied }) =>
        DIMENSIONS.flatMap((dimension) =>
          attempt(`Offsets by ${dimension} under “${applied.framework.name}”`, () => [offsetMatrix(run, applied, dimension, pulse)]),
        ),
      );
  const sensitivities = !wanted('sensitivity')
    ? []
    : [
        ...run.alternatives.flatMap((compared) =>
          attempt(`Sensitivity to offsets under “${compared.applied.framework.name}”`, () => [offsetRateGrid(compared)]),
        ),
        ...frameworks.flatMap((applied) =>
          attempt(`Sensitivity of the models under “${applied.framework.name}”`, () => modelGrids(run, applied, pulse)),
        ),
      ];
  const [classification = null] = !wanted('classification')
    ? []
    : attempt('Swaps and security-based swaps compared', () => [classificationWhatIf(run, pulse)]);
  const [treasuries = null] = !wanted('treasury-clearing') ? [] : attempt('Treasury clearing', () => [treasuryClearing(run, pulse)]);
  const adequacy = !wanted('adequacy')
    ? []
    : frameworks.flatMap((applied) =>
        attempt(`Adequacy of “${applied.framework.name}”`, () => {
          const report = frameworkAdequacy(run, applied, pulse);
          return report === null ? [] : [[applied.framework.id, report] as const];
        }),
      );
  if (wanted('adequacy') && !run.settings.evidence?.pnl) notes.push('Adequacy was not tested: the run has no profit and loss.');
  return {
    offsetMatrices,
    sensitivities,
    classificationWhatIf: classification,
    treasuryClearing: treasuries,
    adequacy: new Map(adequacy),
    notes,
  };
}

/** Begins a step and computes it; an error of the computation becomes a note, one of the listener goes through. */
function attempting(notes: string[], progress: DetailProgress) {
  let stopped = false;
  const told = (tell: () => void) => {
    stopped = true;
    tell();
    stopped = false;
  };
  const attempt = <T>(message: string, compute: () => readonly T[]): readonly T[] => {
    told(() => progress.next(message));
    try {
      return compute();
    } catch (error) {
      if (stopped) throw error;
      notes.push(`${message}: could not be computed. ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  return { attempt, pulse: () => told(() => progress.pulse()) };
}
