import { describe, expect, it } from 'vitest';
import { classifyPortfolio } from '@/lib/margin/classification/classify-portfolio';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { samplePositions } from '@/lib/sample/positions';
import { readText } from '@/tests/support/positions-csv';

describe('the sample portfolio', () => {
  it('is fixed: its hash is the same on every machine and in every run', () => {
    expect(portfolioHash(samplePositions())).toMatchInlineSnapshot(`"0145c050f56f75fbbd99d816dd8f07fb65bd2e8e098861675e350917a58eb3f2"`);
  });

  it('has 400 positions that are read back from a positions file without a single remark', async () => {
    const { positions, problems } = await readText(writePositions(samplePositions()));
    expect(problems).toEqual([]);
    expect(positions).toEqual(samplePositions());
    expect(positions).toHaveLength(400);
  });

  it('falls into the three regimes whose margin is computed, and nothing is undetermined', () => {
    expect(classifyPortfolio(samplePositions()).counts).toMatchInlineSnapshot(`
      [
        {
          "positions": 152,
          "regime": "cftc-uncleared-swaps",
        },
        {
          "positions": 208,
          "regime": "sec-non-cleared-sbs",
        },
        {
          "positions": 40,
          "regime": "sec-securities-account",
        },
      ]
    `);
  });
});
