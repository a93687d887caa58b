import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEAT_HUES } from '@/lib/letter/figures/heat-hues';
import { heatLevels, tableHeat } from '@/lib/letter/figures/heat-levels';

describe('the shade of an amount', () => {
  it('is by its share of the largest size, in four steps on either side of zero', () => {
    expect(heatLevels([['100', '75.01', '75', '25', '0.0000000001', '0', '-25', '-100', null]])).toEqual([
      [4, 4, 3, 1, 1, 0, -1, -4, null],
    ]);
  });

  it('is on one scale for the whole table, and of shaded columns only', () => {
    const columns = [
      { key: 'name', label: '', format: null },
      { key: 'alone', label: '', format: null },
      { key: 'a', label: '', format: null, heat: true },
      { key: 'b', label: '', format: null, heat: true },
    ];
    const rows = [
      { name: 'x', alone: '1000', a: '10', b: '-40' },
      { name: 'y', alone: '2000', a: '', b: 'not computed' },
    ];
    expect(tableHeat(columns, rows)).toEqual([
      [null, null, 1, -4],
      [null, null, null, null],
    ]);
  });

  it('has the sign of the amount, and the largest size the strongest shade', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (amounts) => {
        const [levels = []] = heatLevels([amounts.map(String)]);
        const largest = Math.max(...amounts.map(Math.abs));
        amounts.forEach((amount, index) => {
          expect(Math.sign(levels[index] ?? 0)).toBe(Math.sign(amount) || 0);
          if (largest > 0 && Math.abs(amount) === largest) expect(Math.abs(levels[index] ?? 0)).toBe(4);
        });
      }),
    );
  });
});

const css = readFileSync(new URL('../../../../../app/globals.css', import.meta.url), 'utf8');
const nameOf = (level: string) => `--heat-${level.replace('-', 'm')}`;
const tokensOf = (block: string) =>
  Object.fromEntries([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
const light = tokensOf(css.slice(css.search(/^:root \{/m), css.search(/^@media \(prefers-color-scheme: dark\)/m)));
const dark = tokensOf(css.slice(css.search(/^:root\[data-theme="dark"\]/m), css.search(/@theme inline/)));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

describe('the shades', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('let text be read on each in %s', (_, tokens) => {
    for (const level of Object.keys(HEAT_HUES)) {
      expect.soft(contrast(tokens[nameOf(level)] ?? '', tokens['--ink'] ?? ''), level).toBeGreaterThan(4.5);
      expect.soft(contrast(tokens[nameOf(level)] ?? '', tokens['--paper-ink'] ?? ''), level).toBeGreaterThan(4.5);
    }
  });

  it.each([
    ['light', light, -1],
    ['dark', dark, 1],
  ] as const)('grow in one direction of lightness in %s, so that they tell the size without hue', (_, tokens, direction) => {
    for (const side of [
      [1, 2, 3, 4],
      [-1, -2, -3, -4],
    ]) {
      const lights = side.map((level) => luminance(tokens[nameOf(String(level))] ?? ''));
      for (let i = 1; i < lights.length; i += 1) expect.soft(((lights[i] ?? 0) - (lights[i - 1] ?? 0)) * direction).toBeGreaterThan(0.003);
    }
  });

  it('are the same in the style sheet’s light theme as in files', () => {
    for (const [level, hue] of Object.entries(HEAT_HUES)) expect(light[nameOf(level)]).toBe(hue);
  });

  it('have a value of their own where dark is asked for by the system', () => {
    const system = css.slice(css.search(/^@media \(prefers-color-scheme: dark\)/m), css.search(/^:root\[data-theme="dark"\]/m));
    for (const level of Object.keys(HEAT_HUES)) expect(system).toContain(`${nameOf(level)}: ${dark[nameOf(level)]};`);
  });
});
