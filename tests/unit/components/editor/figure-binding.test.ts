import { describe, expect, it } from 'vitest';
import { bindingOf, boundFigure, chipText } from '@/components/editor/figure-binding';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';

const format = { style: 'money', currency: 'USD', scale: 'millions', decimals: 1 } as const;
const publication = (runNumber: number, value: string) => ({
  runId: `r${runNumber}`,
  runNumber,
  publishedAt: '2026-07-01T12:00:00Z',
  value: { kind: 'number' as const, value, format },
});
const entry: FigureEntry = {
  figureId: 'f',
  name: 'Requirement',
  kind: 'number',
  analysis: 'A',
  withdrawn: null,
  publications: [publication(1, '343240000.12'), publication(2, '351900000')],
  latestRunNumber: 2,
  sourceChanged: false,
};
const figures = new Map([['f', entry]]);

describe('a figure in the text', () => {
  it('shows the value of the run it is bound to, not of the newest', () => {
    const binding = bindingOf({ figureId: 'f', runId: 'r1', valueAtInsertion: '343240000.12' });
    expect(chipText(figures, binding)).toBe('$343.2 million');
    expect(boundFigure(figures, binding)?.state).toBe('newer-run');
    expect(boundFigure(figures, binding)?.next?.runId).toBe('r2');
  });
  it('is written in its own format where it has one', () => {
    expect(chipText(figures, bindingOf({ figureId: 'f', runId: 'r2', format: { ...format, scale: 'units', decimals: 0 } }))).toBe(
      '$351,900,000',
    );
  });
  it('reads as what it was while the figures are not there', () => {
    expect(chipText(null, bindingOf({ figureId: 'f', runId: 'r1', format, valueAtInsertion: '343240000.12' }))).toBe('$343.2 million');
    expect(chipText(new Map(), bindingOf({ figureId: 'f', runId: 'r1' }))).toBe('—');
    expect(chipText(null, bindingOf({ figureId: 'f', runId: 'r1', valueAtInsertion: '343240000.12' }))).toBe('…');
    expect(chipText(new Map(), bindingOf({ figureId: 'f', runId: 'r1', valueAtInsertion: '343240000.12' }))).toBe('343240000.12');
  });
  it('takes no harm from attributes that another client made up', () => {
    const binding = bindingOf({ figureId: 7, runId: {}, format: { style: 'bold', scale: 'x', decimals: 'many' }, valueAtInsertion: 'NaN' });
    expect(binding).toEqual({ figureId: '', runId: '', format: null, valueAtInsertion: 'NaN', caption: '' });
    expect(chipText(figures, binding)).toBe('NaN');
    expect(chipText(null, bindingOf({ format: { ...format, decimals: 99 }, valueAtInsertion: '1' }))).toBe('1');
  });
});
