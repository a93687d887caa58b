import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { CrifNetting } from '@/lib/margin/methods/simm/crif-netting';
import { pairSlopes, pairSum } from '@/lib/margin/methods/simm/pair-sum';
import { SimmFigures } from '@/lib/margin/methods/simm/simm-figures';
import { simmSetMargin } from '@/lib/margin/methods/simm/simm-set-margin';
import type { SimmHorizon } from '@/lib/margin/parameters/simm-pack';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { anyCrifRow } from '../../../../../support/simm-rows';
import { syntheticPack } from '../../../../../support/synthetic-simm-pack';

const PACK = syntheticPack({ 'FX/Correlations/IntraBucket/2|1|1': '0.3', 'FX/Correlations/IntraBucket/2|2|2': '0.7' });

function compute(rows: readonly CrifRow[], horizon: SimmHorizon) {
  const netting = new CrifNetting('collect');
  for (const row of rows) netting.add(row);
  const settings = { figures: new SimmFigures(PACK, horizon, 'USD'), side: 'collect', rates: new Map<string, Decimal>() } as const;
  const { sensitivities, addOns, refused } = netting;
  return { netting, margin: simmSetMargin('set', 'set', { sensitivities, addOns, refused }, settings, 'all') };
}

const plus = (row: CrifRow, change: Decimal): CrifRow => ({ ...row, amountUsd: new Decimal(row.amountUsd ?? 0).plus(change).toString() });

describe('what a sensitivity moves the margin', () => {
  it('is the numeric derivative, where nothing is concentrated and θ stands still', () => {
    const step = new Decimal('0.000001');
    fc.assert(
      fc.property(fc.array(anyCrifRow({ anyVega: false }), { minLength: 1, maxLength: 14 }), (rows) => {
        const { netting, margin } = compute(rows, '1d');
        const slopes = margin.binding!.slopes();
        rows.forEach((row, i) => {
          const moved = (change: Decimal) =>
            compute(
              rows.map((each, j) => (i === j ? plus(each, change) : each)),
              '1d',
            ).margin.total;
          const numeric = moved(step).minus(moved(step.neg())).div(step.times(2));
          const slope = slopes.get(netting.slotOf(row)!.item as never)!;
          // a net of nothing stands on a kink, where the two sides differ
          const size = netting.sensitivities
            .find((item) => item === netting.slotOf(row)!.item)!
            .sum.value()
            .abs();
          if (size.gt(1)) expect(slope.minus(numeric).abs().toNumber(), `${row.riskType} ${slope} ${numeric}`).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('times the sensitivities is the margin, whatever is concentrated', () => {
    fc.assert(
      fc.property(fc.array(anyCrifRow({ anyVega: true }), { minLength: 1, maxLength: 25 }), (rows) => {
        const { netting, margin } = compute(rows, '10d');
        const slopes = margin.binding!.slopes();
        const total = sumDecimals(netting.sensitivities.map((item) => item.sum.value().times(slopes.get(item)!)));
        expect(total.minus(margin.total).abs().lte('1e-20'), `${total} for ${margin.total}`).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('in a sum over pairs agrees with the plain double loop', () => {
    const factor = fc.record({
      base: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => new Decimal(cents).div(100)),
      concentration: fc.integer({ min: 100, max: 500 }).map((hundredths) => new Decimal(hundredths).div(100)),
    });
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 15 }), (factors) => {
        const slopes = pairSlopes(factors);
        factors.forEach((one, i) => {
          const plain = sumDecimals(
            factors.flatMap((other, j) => (i === j ? [] : [Decimal.min(one.concentration, other.concentration).times(other.base)])),
          );
          expect(slopes[i]!.minus(plain).abs().lte('1e-25')).toBe(true);
        });
        const twice = sumDecimals(factors.map(({ base }, i) => base.times(slopes[i]!)));
        expect(twice.minus(pairSum(factors)).abs().lte('1e-20')).toBe(true);
      }),
    );
  });
});
