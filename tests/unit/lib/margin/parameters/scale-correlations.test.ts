import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { scaleCorrelations } from '@/lib/margin/parameters/scale-correlations';
import { simmRequirements } from '@/lib/margin/parameters/simm-requirements';
import { syntheticPack } from '../../../../support/synthetic-simm-pack';

describe('a pack with scaled correlations', () => {
  it('has every correlation multiplied, and every other figure as it was', () => {
    const pack = syntheticPack({ 'FX/Correlations/Volatility': '-0.4' });
    const scaled = scaleCorrelations(pack, new Decimal('0.5'));
    expect(scaled.numbers.get('FX/Correlations/Volatility')?.toString()).toBe('-0.2');
    const kinds = new Map(simmRequirements().map(({ path, figure }) => [path, figure]));
    let correlations = 0;
    for (const [path, value] of pack.numbers) {
      const isCorrelation = kinds.get(path) === 'correlation';
      if (isCorrelation) correlations += 1;
      expect(scaled.numbers.get(path)?.toString(), path).toBe(value.times(isCorrelation ? '0.5' : 1).toString());
    }
    expect(correlations).toBeGreaterThan(500);
  });

  it('is the pack itself at 1, and is made once', () => {
    const pack = syntheticPack();
    expect(scaleCorrelations(pack, new Decimal('1.0'))).toBe(pack);
    expect(scaleCorrelations(pack, new Decimal('0.5'))).toBe(scaleCorrelations(pack, new Decimal('0.50')));
    expect(pack.numbers.get('FX/Correlations/Volatility')?.toString()).toBe('0.5');
  });
});
