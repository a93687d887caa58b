import { expect, it } from 'vitest';
import { fundingPercent, fundingRatio } from '@/components/margin/funding-rate';

it.each([
  ['5.25', '0.0525'],
  ['5.25 %', '0.0525'],
  ['0', '0'],
  ['100', '1'],
  ['', null],
  ['  ', null],
  ['abc', undefined],
  ['-1', undefined],
  ['100.01', undefined],
])('reads %j as the ratio %s', (text, ratio) => {
  expect(fundingRatio(text)).toBe(ratio);
  if (typeof ratio === 'string') expect(fundingRatio(fundingPercent(ratio))).toBe(ratio);
});
