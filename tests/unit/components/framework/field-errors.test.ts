import { describe, expect, it } from 'vitest';
import { errorAt, errorsOfLeg, otherErrors } from '@/components/framework/field-errors';
import { isFrameworkShaped } from '@/components/framework/is-framework-shaped';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';

const errors = {
  name: 'is empty',
  'legs.0.threshold.amount': 'is no amount',
  'legs.swaps.method.parameters.speed': 'is no parameter',
  'legs.1.arrangement.savingCap': 'is no ratio',
};

describe('sentences at the fields of a framework', () => {
  it('are found by the number of a leg and by its id', () => {
    expect(errorsOfLeg(errors, 0, 'swaps')).toEqual({ 'threshold.amount': 'is no amount', 'method.parameters.speed': 'is no parameter' });
    expect(errorsOfLeg(errors, 2, 'other')).toEqual({});
  });

  it('stand at a field for its own place and those within it', () => {
    expect(errorAt({ 'scope.regimes.0': 'is no regime' }, 'scope')).toBe('is no regime');
    expect(errorAt({ scopes: 'x' }, 'scope')).toBeUndefined();
  });

  it('are listed with their place where no field shows them', () => {
    expect(otherErrors(errorsOfLeg(errors, 1, 'other'), ['threshold'])).toEqual(['arrangement.savingCap: is no ratio']);
    expect(otherErrors(errors, ['name', 'legs'])).toEqual([]);
  });
});

describe('the form of a framework', () => {
  it('draws every built-in framework', () => {
    expect(BUILT_IN_FRAMEWORKS.filter((framework) => !isFrameworkShaped(framework))).toEqual([]);
  });

  it.each([
    null,
    [],
    {},
    { ...BUILT_IN_FRAMEWORKS[0], legs: [{}] },
    { ...BUILT_IN_FRAMEWORKS[0], legs: 'none' },
    { ...BUILT_IN_FRAMEWORKS[0], name: 5 },
  ])('does not draw %j', (value) => {
    expect(isFrameworkShaped(value)).toBe(false);
  });
});
