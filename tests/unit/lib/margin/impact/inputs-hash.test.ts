import { describe, expect, it } from 'vitest';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { type HashedInputs, inputsHash } from '@/lib/margin/impact/inputs-hash';
import { DEFAULT_RUN_PARAMETERS, parseRunParameters } from '@/lib/margin/impact/run-parameters';
import { classified, equitySwap } from '@/tests/support/positions';

const classifications = classified([equitySwap('a', 'long', '1'), equitySwap('b', 'long', '1')]);
const INPUTS: HashedInputs = {
  portfolio: { contentHash: 'abc', asOf: '2026-06-30', calculationCurrency: 'USD' },
  classifications,
  baseline: findFramework('separate-regimes')!,
  alternatives: [findFramework('cftc-account')!],
  parameters: DEFAULT_RUN_PARAMETERS,
};

describe('the hash of what decides a run', () => {
  it('is the same for the same inputs, in whatever order the classifications stand', () => {
    expect(inputsHash({ ...INPUTS, classifications: [...classifications].reverse() })).toBe(inputsHash(INPUTS));
    expect(inputsHash(INPUTS)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<HashedInputs>]>([
    ['the positions', { portfolio: { ...INPUTS.portfolio, contentHash: 'abd' } }],
    ['the date', { portfolio: { ...INPUTS.portfolio, asOf: '2026-07-01' } }],
    ['the currency', { portfolio: { ...INPUTS.portfolio, calculationCurrency: 'EUR' } }],
    ['a regime', { classifications: classified([equitySwap('a', 'long', '1'), equitySwap('b', 'long', '1')], 'futures') }],
    ['the baseline', { baseline: findFramework('sec-account')! }],
    ['a figure of a framework', { alternatives: [{ ...findFramework('cftc-account')!, legs: [] }] }],
    ['a parameter', { parameters: { ...DEFAULT_RUN_PARAMETERS, threshold: 'applied' } }],
  ])('changes with %s', (_, change) => {
    expect(inputsHash({ ...INPUTS, ...change })).not.toBe(inputsHash(INPUTS));
  });
});

describe('run parameters', () => {
  it('take their defaults where they are absent', () => {
    expect(parseRunParameters({})).toEqual({ ok: true, value: DEFAULT_RUN_PARAMETERS });
    expect(parseRunParameters(undefined)).toEqual({ ok: true, value: DEFAULT_RUN_PARAMETERS });
    expect(parseRunParameters({ threshold: 'applied' })).toMatchObject({ ok: true, value: { threshold: 'applied', side: 'collect' } });
  });

  it.each([[[]], ['text'], [{ threshold: 'maybe' }], [{ speed: 'fast' }], [{ toString: 'x' }]])('refuse %j', (value) => {
    expect(parseRunParameters(value).ok).toBe(false);
  });
});
