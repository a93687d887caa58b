import { describe, expect, it } from 'vitest';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
import { scanCommodity, scanFile } from '@/tests/support/scan-file';

const problems = (value: unknown) => {
  const read = parseScanParameters(value);
  return read.ok ? [] : read.failures;
};
const read = (value: unknown) => {
  const parsed = parseScanParameters(value);
  if (!parsed.ok) throw new Error(parsed.failures.join('\n'));
  return parsed.value;
};

describe('scan parameters', () => {
  it('are read with charges and credits in order of priority, and nothing where nothing stands', () => {
    const spread = (priority: number) => ({ priority, tierA: { from: 0, to: 3 }, tierB: { from: 4, to: 12 }, charge: '100' });
    const parameters = read(scanFile({ intraCommodity: [spread(2), spread(1)] }));
    const oil = parameters.commodities.get('OIL');
    expect(oil?.priceScanRange.toString()).toBe('6');
    expect(oil?.intraCommodity.map(({ priority }) => priority)).toEqual([1, 2]);
    expect([oil?.deliveryCharge.toString(), oil?.shortOptionMinimum.toString()]).toEqual(['0', '0']);
    expect(parameters.interCommodity).toEqual([]);
    expect(parameters.effective).toBeNull();
  });

  it('have a hash that the order of commodities and the writing of numbers do not change', () => {
    const [a, b] = [scanCommodity('A'), scanCommodity('B')];
    const hash = (commodities: unknown[]) => read(scanFile({}, { commodities })).contentHash;
    expect(hash([b, a])).toBe(hash([a, b]));
    expect(hash([scanCommodity('A', { priceScanRange: '6.00' }), b])).toBe(hash([a, b]));
    expect(hash([scanCommodity('A', { priceScanRange: '6.01' }), b])).not.toBe(hash([a, b]));
  });

  it.each([
    ['a figure that is missing', scanFile({ priceScanRange: undefined }), 'commodities/0/priceScanRange: '],
    ['a figure without quotation marks', scanFile({ priceScanRange: 6 }), 'commodities/0/priceScanRange: '],
    ['a range of 0', scanFile({ priceScanRange: '0' }), 'commodities/0/priceScanRange: the figure is above 0.'],
    ['a cover above 1', scanFile({ extremeCover: '35' }), 'commodities/0/extremeCover: the figure is a ratio from 0 to 1.'],
    ['a negative charge', scanFile({ deliveryCharge: '-1' }), 'commodities/0/deliveryCharge: the figure is not negative.'],
    ['exponents', scanFile({ priceScanRange: '6e1' }), 'commodities/0/priceScanRange: a number in plain digits'],
    ['an unknown member', scanFile({ scanRange: '6' }), 'commodities/0: '],
    [
      'a tier that ends before it begins',
      scanFile({ intraCommodity: [{ priority: 1, tierA: { from: 3, to: 1 }, tierB: { from: 4, to: 9 }, charge: '1' }] }),
      'commodities/0/intraCommodity/0/tierA: a tier ends no earlier than it begins.',
    ],
    ['no source', scanFile({}, { source: undefined }), 'source: '],
    ['no commodity', scanFile({}, { commodities: [] }), 'commodities: '],
    ['a value that is no object', [], 'The file: '],
    [
      'one commodity twice',
      scanFile({}, { commodities: [scanCommodity('A'), scanCommodity('A', { underliers: ['B'] })] }),
      'commodities/1/id: the commodity A stands in the file twice.',
    ],
    [
      'an underlier of two commodities',
      scanFile({}, { commodities: [scanCommodity('A'), scanCommodity('B', { underliers: ['A'] })] }),
      'commodities/1/underliers: A belongs to A already.',
    ],
  ])('refuse %s with its path', (_, value, start) => {
    expect(problems(value)).toEqual([expect.stringContaining(start)]);
  });

  it('refuse a credit for a commodity that is not there, on one side only, or with the rank of another', () => {
    const legs = (first: string, side: string) => [
      { commodity: 'A', ratio: '1', side: 'A' },
      { commodity: first, ratio: '1', side },
    ];
    const file = (...interCommodity: unknown[]) => scanFile({}, { commodities: [scanCommodity('A'), scanCommodity('B')], interCommodity });
    expect(problems(file({ priority: 1, legs: legs('C', 'B'), credit: '0.5' }))).toEqual([
      'interCommodity/0/legs/1/commodity: the file has no commodity C.',
    ]);
    expect(problems(file({ priority: 1, legs: legs('B', 'A'), credit: '0.5' }))).toEqual([
      'interCommodity/0/legs: a credit has legs of both sides, A and B.',
    ]);
    const good = { priority: 1, legs: legs('B', 'B'), credit: '0.5' };
    expect(problems(file(good, good))).toEqual([
      'interCommodity/1/priority: the priority stands twice, so the order of credits is not given.',
    ]);
    expect(problems(file(good))).toEqual([]);
  });
});
