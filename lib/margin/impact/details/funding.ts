import { Decimal } from '@/lib/core/decimal';
import type { FundingReport } from '../../report/detail-reports';

/** What two requirements and their difference cost to fund for a year at a rate (a ratio: 0.05 is 5 %). */
export function funding(rate: string, baseline: Decimal, alternative: Decimal, saving: Decimal): FundingReport {
  const cost = (amount: Decimal) => amount.times(new Decimal(rate)).toString();
  return { rate, baseline: cost(baseline), alternative: cost(alternative), saving: cost(saving) };
}
