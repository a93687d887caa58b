import { describe, expect, it } from 'vitest';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import { syntheticPackJson } from '../../../../support/synthetic-simm-pack';

type Changes = Parameters<typeof syntheticPackJson>[0];
const failuresOf = (changes: Changes) => {
  const parsed = parseSimmPack(syntheticPackJson(changes));
  return parsed.ok ? [] : parsed.failures;
};

describe('a parameter pack', () => {
  it('that is complete is read, its figures by path and its lists of currencies', () => {
    const parsed = parseSimmPack({ ...syntheticPackJson(), about: { SIMM_EffectiveDate: '2030-01-01' } });
    if (!parsed.ok) throw new Error(parsed.failures.join());
    expect(parsed.value.version).toBe('invented');
    expect(parsed.value.effective).toBe('2030-01-01');
    expect(parsed.value.numbers.get('Equity/RiskWeights/Delta/10d/12')?.toString()).toBe('2');
    expect(parsed.value.currencyLists.get('FX/RiskWeights/CurrencyLists/1')).toEqual(['BRL']);
  });

  it.each<[string, Changes, string]>([
    [
      'a missing weight',
      { 'InterestRate/RiskWeights/Delta/10d/1|2w': null },
      'InterestRate/RiskWeights/Delta/10d/1|2w is missing: a risk weight is expected.',
    ],
    [
      'a correlation above 1',
      { 'FX/Correlations/Volatility': '1.2' },
      'FX/Correlations/Volatility is 1.2: a correlation lies between -1 and 1.',
    ],
    [
      'a correlation below -1',
      { 'FX/Correlations/Volatility': '-1.01' },
      'FX/Correlations/Volatility is -1.01: a correlation lies between -1 and 1.',
    ],
    ['a negative weight', { 'FX/RiskWeights/Vega/1d': '-0.1' }, 'FX/RiskWeights/Vega/1d is -0.1: a risk weight is not negative.'],
    [
      'a threshold of 0',
      { 'CreditQualifying/ConcentrationThresholds/Vega': '0' },
      'CreditQualifying/ConcentrationThresholds/Vega is 0: a threshold is above 0.',
    ],
    [
      'a figure that is none',
      { 'FX/RiskWeights/Vega/1d': '1e3' },
      'FX/RiskWeights/Vega/1d is "1e3": a risk weight in plain digits is expected.',
    ],
    [
      'two orders that differ',
      { 'Equity/Correlations/InterBucket/1|2': '0.4' },
      'Equity/Correlations/InterBucket/1|2 is 0.4 and 2|1 is 0.5: a correlation is the same in both orders.',
    ],
    ['a figure that no pack has', { 'FX/RiskWeights/Gamma/10d': '1' }, 'FX/RiskWeights/Gamma/10d is no figure that a pack has.'],
    ['a currency in two lists', { 'FX/RiskWeights/CurrencyLists/2': ['BRL', 'Other'] }, 'FX/RiskWeights/CurrencyLists names BRL twice.'],
    [
      'no list of the others',
      { 'FX/RiskWeights/CurrencyLists/2': ['EUR'] },
      'FX/RiskWeights/CurrencyLists has no list for the other currencies ("Other").',
    ],
    [
      'a missing list',
      { 'FX/RiskWeights/CurrencyLists/2': null },
      'FX/RiskWeights/CurrencyLists/2 is missing: a list of currencies is expected.',
    ],
  ])('with %s is refused with a sentence that says where', (_, changes, sentence) => {
    expect(failuresOf(changes)).toContain(sentence);
  });

  it('may have no currency of high volatility', () => {
    expect(failuresOf({ 'FX/RiskWeights/CurrencyLists/1': null })).toEqual([]);
  });

  it('names every figure that is missing', () => {
    expect(failuresOf({ 'FX/RiskWeights/Vega/1d': null, 'FX/RiskWeights/Vega/10d': null })).toHaveLength(2);
  });

  it.each([[null], ['text'], [{ version: '1' }], [[]]])('that is %j is refused', (value) => {
    expect(parseSimmPack(value).ok).toBe(false);
  });
});
