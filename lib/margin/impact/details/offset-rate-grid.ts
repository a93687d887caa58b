import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { SensitivityGrid } from '../../report/detail-reports';
import type { ComparedFramework } from '../analysis-run';

const PERCENTS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const HUNDRED = new Decimal(100);

/**
 * The alternative's total if only a share of its offsets across the baseline's regimes were recognised: all of them at 100 %, which is its own total, and none
 * at 0 %. A straight line, exact at both ends.
 */
export function offsetRateGrid({ applied, separatedOffsets }: ComparedFramework): SensitivityGrid {
  const across = sumDecimals([applied.offsets, separatedOffsets.neg()]);
  const points = PERCENTS.map((percent) => {
    const withheld = percent === 0 ? across : across.times(100 - percent).div(HUNDRED);
    return {
      at: String(percent),
      label: `${percent} %`,
      total: sumDecimals([applied.tree.amount, withheld.neg()]).toString(),
      note: null,
      current: percent === 100,
    };
  });
  return {
    framework: applied.framework.id,
    setting: 'offset-rate',
    label: 'Share of the offsets across regimes that is recognised',
    unit: '%',
    points,
  };
}
