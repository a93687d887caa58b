import { describe, expect, it } from 'vitest';
import type { FigureValue } from '@/lib/letter/figures/figure';
import type { FigureEntry, FigurePublicationEntry } from '@/lib/letter/figures/figure-entry';
import { acceptablePublication, figureState } from '@/lib/letter/figures/figure-state';

const value: FigureValue = {
  kind: 'number',
  value: '1',
  format: { style: 'money', currency: 'USD', scale: 'millions', decimals: 1 },
};
const published = (runNumber: number, more: Partial<FigurePublicationEntry> = {}): FigurePublicationEntry => ({
  runId: `run-${runNumber}`,
  runNumber,
  publishedAt: '2026-07-01T12:00:00.000Z',
  value,
  ...more,
});
const entry = (more: Partial<FigureEntry> = {}): FigureEntry => ({
  figureId: 'saving',
  name: 'Saving',
  kind: 'number',
  analysis: 'Split against one account',
  withdrawn: null,
  publications: [published(3)],
  latestRunNumber: 3,
  sourceChanged: false,
  ...more,
});

describe('the state of a bound figure', () => {
  const cases: [string, FigureEntry, string][] = [
    ['current', entry(), 'current'],
    ['a newer run, not published', entry({ latestRunNumber: 4 }), 'newer-run'],
    ['a newer run, published', entry({ latestRunNumber: 4, publications: [published(3), published(4)] }), 'newer-run'],
    ['the source changed', entry({ sourceChanged: true }), 'source-changed'],
    ['the source changed and a newer run', entry({ sourceChanged: true, latestRunNumber: 4 }), 'source-changed'],
    [
      'the source changed since another run only',
      entry({ sourceChanged: true, publications: [published(3, { sourceChanged: false })] }),
      'current',
    ],
    ['withdrawn before all', entry({ withdrawn: 'wrong curve', sourceChanged: true, latestRunNumber: 4 }), 'withdrawn'],
    ['its run withdrawn', entry({ publications: [published(3, { withdrawn: 'wrong curve' })] }), 'withdrawn'],
    ['not published from that run', entry({ publications: [published(2)] }), 'withdrawn'],
  ];
  it.each(cases)('%s', (_, figure, state) => {
    expect(figureState(figure, 'run-3')).toBe(state);
  });
});

describe('the value that can be accepted', () => {
  it('is that of the latest publication after the bound run', () => {
    const figure = entry({ latestRunNumber: 6, publications: [published(3), published(5), published(4)] });
    expect(acceptablePublication(figure, 'run-3')?.runNumber).toBe(5);
    expect(acceptablePublication(figure, 'run-5')).toBeNull();
  });
  it('is none while risk has not published the newer run', () => {
    expect(acceptablePublication(entry({ latestRunNumber: 4 }), 'run-3')).toBeNull();
  });
  it('is never of a withdrawn run or figure', () => {
    const publications = [published(3), published(4), published(5, { withdrawn: 'wrong curve' })];
    expect(acceptablePublication(entry({ latestRunNumber: 5, publications }), 'run-3')?.runNumber).toBe(4);
    expect(acceptablePublication(entry({ latestRunNumber: 5, publications, withdrawn: 'method' }), 'run-3')).toBeNull();
  });
  it('is offered where the bound run is not published at all', () => {
    expect(acceptablePublication(entry({ publications: [published(2)] }), 'run-9')?.runNumber).toBe(2);
  });
});
