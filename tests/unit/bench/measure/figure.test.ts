import { describe, expect, it } from 'vitest';
import { type BenchFigure, FIGURE_HEAD, figureJson, figureRow } from '@/bench/measure/figure';

const FIGURE: BenchFigure = { name: 'schedule.10k.cold', value: 1234, unit: 'ms', n: 3, detail: 'file to result' };

describe('the line of a figure', () => {
  it('is one line of JSON with the five fields in their order', () => {
    expect(figureJson(FIGURE)).toBe('{"name":"schedule.10k.cold","value":1234,"unit":"ms","n":3,"detail":"file to result"}');
  });

  it('keeps a figure that could not be measured as null', () => {
    const line = figureJson({ ...FIGURE, value: null, n: 0, detail: 'not installed' });
    expect(JSON.parse(line)).toEqual({ name: 'schedule.10k.cold', value: null, unit: 'ms', n: 0, detail: 'not installed' });
  });

  it('stands in the table under its heads', () => {
    const line = figureRow(FIGURE);
    expect(line.indexOf('ms')).toBe(FIGURE_HEAD.indexOf('unit'));
    expect(line.indexOf('1234') + 4).toBe(FIGURE_HEAD.indexOf('value') + 5);
    expect(line.indexOf('file to result')).toBe(FIGURE_HEAD.indexOf('detail'));
    expect(line.split(/\s+/).slice(0, 4)).toEqual(['schedule.10k.cold', '1234', 'ms', '3']);
  });

  it('says with a dash what could not be measured', () => {
    expect(figureRow({ ...FIGURE, value: null }).split(/\s+/)[1]).toBe('–');
  });
});
