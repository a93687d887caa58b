import { describe, expect, it } from 'vitest';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import { readOreCalibration } from '@/lib/margin/parameters/read-ore-calibration';
import { syntheticCalibration } from '../../../../support/synthetic-calibration';
import { syntheticPackJson } from '../../../../support/synthetic-simm-pack';

const packOf = (text: string) => {
  const read = readOreCalibration(text);
  return read.ok ? parseSimmPack(read.value) : read;
};
const failuresOf = (text: string) => {
  const pack = packOf(text);
  return pack.ok ? [] : pack.failures;
};

describe('a calibration of ORE', () => {
  it('gives the pack that the same figures give as JSON', () => {
    const read = packOf(syntheticCalibration());
    const json = parseSimmPack({ ...syntheticPackJson(), about: { SIMM_EffectiveDate: '2030-01-31' } });
    expect(read).toEqual(json);
    expect(read.ok && read.value.numbers.size).toBeGreaterThan(1000);
  });

  it('has ten days where mporDays is not said', () => {
    const text = syntheticCalibration(
      { 'FX/RiskWeights/Vega/10d': null },
      '<FX><RiskWeights><Vega><Weight>7</Weight></Vega></RiskWeights></FX>',
    );
    const pack = packOf(text);
    expect(pack.ok && pack.value.numbers.get('FX/RiskWeights/Vega/10d')?.toString()).toBe('7');
  });

  it.each<[string, Parameters<typeof syntheticCalibration>[0], string]>([
    [
      'a missing weight',
      { 'InterestRate/RiskWeights/Delta/1d/2|10y': null },
      'InterestRate/RiskWeights/Delta/1d/2|10y is missing: a risk weight is expected.',
    ],
    [
      'a correlation outside its range',
      { 'FX/Correlations/Volatility': '-1.5' },
      'FX/Correlations/Volatility is -1.5: a correlation lies between -1 and 1.',
    ],
  ])('with %s is refused like the same pack as JSON', (_, changes, sentence) => {
    expect(failuresOf(syntheticCalibration(changes))).toContain(sentence);
  });

  it.each([
    [
      'a figure that stands twice',
      syntheticCalibration({}, '<FX><Correlations><Volatility>0.5</Volatility></Correlations></FX>'),
      'gives FX/Correlations/Volatility twice',
    ],
    [
      'another horizon',
      syntheticCalibration({}, '<FX><RiskWeights><Vega mporDays="5"><Weight>1</Weight></Vega></RiskWeights></FX>'),
      'figures for 5 days',
    ],
    ['a section that no calibration has', syntheticCalibration({}, '<Weather>1</Weather>'), 'an element Weather'],
    [
      'a figure below a figure',
      syntheticCalibration({}, '<FX><Correlations><Volatility><Weight bucket="1">1</Weight></Volatility></Correlations></FX>'),
      'a figure and others below it',
    ],
    ['a second calibration', '<SIMMCalibrationData><SIMMCalibration/><SIMMCalibration/></SIMMCalibrationData>', 'several calibrations'],
    ['no version', '<SIMMCalibrationData><SIMMCalibration/></SIMMCalibrationData>', 'no Name'],
    ['no calibration', '<SIMMCalibrationData/>', 'no SIMMCalibration'],
    ['another root', '<Portfolio/>', 'begins with Portfolio'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${syntheticCalibration().slice(21)}`, 'document type'],
    ['an entity that is not declared', '<SIMMCalibrationData>&a;</SIMMCalibrationData>', 'not well-formed'],
    ['an end in the middle', syntheticCalibration().slice(0, 5000), 'not well-formed'],
    ['elements nested too deep', '<SIMMCalibrationData>'.repeat(11), 'deeper than'],
    ['too many elements', `<SIMMCalibrationData>${'<a/>'.repeat(20_001)}`, 'more than 20000 elements'],
    [
      'a text that is no figure',
      `<SIMMCalibrationData><SIMMCalibration><FX>${'x'.repeat(300)}</FX></SIMMCalibration></SIMMCalibrationData>`,
      'long text',
    ],
    ['more than a calibration may have', ' '.repeat(3 * 1024 * 1024), 'larger than'],
  ])('with %s is refused', (_, text, words) => {
    expect(failuresOf(text).join()).toContain(words);
  });

  it('takes names of elements for names only', () => {
    const text = syntheticCalibration({}, '<FX><__proto__><polluted>1</polluted></__proto__></FX>');
    expect(failuresOf(text)).toEqual(['FX/__proto__/polluted is no figure that a pack has.']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
