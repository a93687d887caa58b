import type { BenchFigure } from './figure';
import { median } from './median';

/** The median of times in milliseconds, with their spread in the detail. */
export function timeFigure(name: string, times: readonly number[], detail: string): BenchFigure {
  const spread = times.length > 1 ? `; from ${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))}` : '';
  return { name, value: Math.round(median(times)), unit: 'ms', n: times.length, detail: `${detail}${spread}` };
}

/** The median of numbers of bytes, in MB. */
export function memoryFigure(name: string, bytes: readonly number[], detail: string): BenchFigure {
  return { name, value: Math.round(median(bytes) / 1e6), unit: 'MB', n: bytes.length, detail };
}

/** A size that is the same every time, in kB. */
export function sizeFigure(name: string, bytes: number, detail: string): BenchFigure {
  return { name, value: Math.round(bytes / 100) / 10, unit: 'kB', n: 1, detail };
}

/** How many times as long as the other it takes, by the medians. */
export function ratioFigure(name: string, times: readonly number[], others: readonly number[], detail: string): BenchFigure {
  const ratio = Math.round((median(times) / median(others)) * 100) / 100;
  return { name, value: ratio, unit: 'ratio', n: Math.min(times.length, others.length), detail };
}

/** The power of its size with which a time grows between two sizes: 1 is linear, 2 quadratic. */
export function growthFigure(name: string, small: TimesOfSize, large: TimesOfSize): BenchFigure {
  const exponent = Math.log(median(large.times) / median(small.times)) / Math.log(large.size / small.size);
  return {
    name,
    value: Math.round(exponent * 100) / 100,
    unit: 'exponent',
    n: Math.min(small.times.length, large.times.length),
    detail: `time grows as size to this power, from ${small.size} to ${large.size} positions, warm; 1 is linear`,
  };
}

export interface TimesOfSize {
  readonly size: number;
  readonly times: readonly number[];
}
