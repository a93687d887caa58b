import type { FileProblem } from '@/lib/core/file-problem';
import type { CrifRow } from '../../portfolio/crif-row';

/** Notes which classes of which netting sets hold rows of the schedule, of SIMM, or of both, which the rules do not allow. */
export class MixedModels {
  private readonly found = new Map<string, Set<'schedule' | 'simm'>>();

  note({ productClass, portfolioId, imModel }: Pick<CrifRow, 'productClass' | 'portfolioId' | 'imModel'>): void {
    if (productClass === '') return;
    const families = productClass === 'RatesFX' ? ['Rates', 'FX'] : [productClass];
    for (const family of families) {
      const key = `${family} of ${portfolioId}`;
      const models = this.found.get(key) ?? new Set();
      models.add(imModel === 'Schedule' ? 'schedule' : 'simm');
      this.found.set(key, models);
    }
  }

  problems(): FileProblem[] {
    return [...this.found].flatMap(([key, models]) =>
      models.size < 2
        ? []
        : [
            {
              severity: 'warning' as const,
              code: 'mixed-models',
              line: null,
              column: 'IMModel',
              value: key.slice(0, 80),
              message: 'Rows of the schedule and of SIMM stand in one class of one netting set; a class uses one of them.',
            },
          ],
    );
  }
}
