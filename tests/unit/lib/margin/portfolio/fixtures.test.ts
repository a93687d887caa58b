import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyPortfolio } from '@/lib/margin/classification/classify-portfolio';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import { readText } from '@/tests/support/positions-csv';

const fixture = (name: string) =>
  readText(new Uint8Array(readFileSync(new URL(`../../../../fixtures/portfolios/${name}`, import.meta.url))));

describe('the portfolios that the tests share', () => {
  it.each(['dealer.csv', 'dealer-updated.csv'])(
    '%s has 60 positions, is read without a remark and has no undetermined regime',
    async (name) => {
      const { positions, problems } = await fixture(name);
      expect(problems).toEqual([]);
      expect(positions).toHaveLength(60);
      expect(classifyPortfolio(positions).counts.map(({ regime }) => regime)).toEqual([
        'cftc-uncleared-swaps',
        'sec-non-cleared-sbs',
        'sec-securities-account',
      ]);
    },
  );

  it('differ, so that a later run gives other figures', async () => {
    const [before, after] = await Promise.all([fixture('dealer.csv'), fixture('dealer-updated.csv')]);
    expect(portfolioHash(after.positions)).not.toBe(portfolioHash(before.positions));
  });
});
