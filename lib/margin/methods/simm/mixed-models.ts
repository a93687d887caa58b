import type { FileProblem } from '@/lib/core/file-problem';
import type { CrifRow } from '../../portfolio/crif-row';
import type { MarginFailure } from '../margin-node';

/** How many rows of the schedule a class names in a failure. */
const NAMED_ROWS = 5;

interface Models {
  simm: boolean;
  /** Of the schedule: the first rows by name, and whether there are any. */
  readonly scheduleIds: string[];
  schedule: boolean;
}

/** Notes which classes of which netting sets hold rows of the schedule, of SIMM, or of both, which the rules do not allow. */
export class MixedModels {
  private readonly found = new Map<string, Map<string, Models>>();

  note({ productClass, portfolioId, imModel, rowId }: Pick<CrifRow, 'productClass' | 'portfolioId' | 'imModel' | 'rowId'>): void {
    if (productClass === '') return;
    const ofSet = this.found.get(portfolioId) ?? new Map<string, Models>();
    this.found.set(portfolioId, ofSet);
    for (const family of productClass === 'RatesFX' ? ['Rates', 'FX'] : [productClass]) {
      const models = ofSet.get(family) ?? { simm: false, schedule: false, scheduleIds: [] };
      ofSet.set(family, models);
      if (imModel !== 'Schedule') models.simm = true;
      else {
        models.schedule = true;
        if (rowId !== null && models.scheduleIds.length < NAMED_ROWS && !models.scheduleIds.includes(rowId)) models.scheduleIds.push(rowId);
      }
    }
  }

  problems(): FileProblem[] {
    return [...this.found].flatMap(([portfolioId, ofSet]) =>
      mixedOf(ofSet).map(([family]) => ({
        severity: 'warning' as const,
        code: 'mixed-models',
        line: null,
        column: 'IMModel',
        value: `${family} of ${portfolioId}`.slice(0, 80),
        message: 'Rows of the schedule and of SIMM stand in one class of one netting set; a class uses one of them.',
      })),
    );
  }

  /** What a netting set's amount by SIMM leaves out for each class that mixes the two. */
  failuresOf(portfolioId: string): MarginFailure[] {
    return mixedOf(this.found.get(portfolioId) ?? new Map()).map(([family, { scheduleIds }]) => ({
      reason: 'INVALID',
      positionIds: [...scheduleIds].sort(),
      message: `Rows of the schedule and of SIMM stand in the class ${family} of one netting set, where a class uses one of them: those of the schedule are not in this amount.`,
    }));
  }
}

function mixedOf(ofSet: ReadonlyMap<string, Models>): [string, Models][] {
  return [...ofSet].filter(([, { simm, schedule }]) => simm && schedule).sort(([a], [b]) => (a < b ? -1 : 1));
}
