import { Decimal } from '@/lib/core/decimal';
import type { AdequacyRow, TestResult } from '@/lib/margin/report/adequacy-report';

export const ADEQUACY_TESTS = [
  { key: 'kupiec', label: 'Kupiec, unconditional coverage', asks: 'Is the number of exceedances what the level promises?' },
  { key: 'christoffersen', label: 'Christoffersen, independence', asks: 'Do exceedances come one by one, and not in clusters?' },
  { key: 'conditionalCoverage', label: 'Christoffersen, conditional coverage', asks: 'Do number and timing together fit the level?' },
] as const;
export type AdequacyTest = (typeof ADEQUACY_TESTS)[number]['key'];

/** What a likelihood ratio test says of an account, in words. Rejected is below a p-value of 0.05. */
export function testWords(test: AdequacyTest, row: Pick<AdequacyRow, 'exceedances' | 'expected'>, result: TestResult): string {
  if (test === 'christoffersen') return result.rejected ? 'Exceedances come in clusters' : 'No sign of clusters';
  if (test === 'conditionalCoverage') return result.rejected ? 'Number and timing do not fit the level' : 'Number and timing fit the level';
  if (!result.rejected) return 'In line with the level';
  return new Decimal(row.exceedances).gt(row.expected) ? 'More than the level allows' : 'Fewer than the level expects';
}

/** The smallest cover of the largest losses, requirement ÷ loss; null where no loss was tested. */
export function worstCover(row: Pick<AdequacyRow, 'stress'>): string | null {
  const covers = row.stress.flatMap(({ cover }) => (cover === null ? [] : [new Decimal(cover)]));
  return covers.length === 0 ? null : Decimal.min(...covers).toFixed();
}
