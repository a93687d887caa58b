import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AGENCY_HUES } from '@/lib/letter/figures/agency-hues';

type Rgb = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const SIGHTS: Record<string, readonly (readonly number[])[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const css = readFileSync(new URL('../../../../../app/globals.css', import.meta.url), 'utf8');
const dark = Object.fromEntries(
  (['CFTC', 'SEC', 'harmonized'] as const).map((agency) => {
    const block = css.slice(css.search(/:root\[data-theme=.dark.\] \{/));
    return [agency, new RegExp(`--agency-${agency.toLowerCase()}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? ''];
  }),
);

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(hex: string, sight: string): Rgb {
  const rgb = linear(hex);
  const [r = 0, g = 0, b = 0] = (SIGHTS[sight] ?? []).map((row) => {
    const value = row.reduce((sum, weight, index) => sum + weight * (rgb[index] ?? 0), 0);
    return Math.min(1, Math.max(0, value));
  });
  return lab([r, g, b]);
}

function apart(a: string, b: string, sight: string): number {
  const [p, q] = [seen(a, sight), seen(b, sight)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe('the hues of the agencies', () => {
  const pairs = [
    ['CFTC', 'SEC'],
    ['CFTC', 'harmonized'],
    ['SEC', 'harmonized'],
  ] as const;

  it.each(Object.keys(SIGHTS))('stay clearly apart under %s, in both themes', (sight) => {
    for (const [one, other] of pairs) {
      expect.soft(apart(AGENCY_HUES[one], AGENCY_HUES[other], sight), `${one} and ${other}, light`).toBeGreaterThan(20);
      expect.soft(apart(dark[one] ?? '', dark[other] ?? '', sight), `${one} and ${other}, dark`).toBeGreaterThan(20);
    }
  });

  it('are the same in the style sheet’s light theme', () => {
    for (const [agency, hue] of Object.entries(AGENCY_HUES)) expect(css).toContain(`--agency-${agency.toLowerCase()}: ${hue};`);
  });
});
