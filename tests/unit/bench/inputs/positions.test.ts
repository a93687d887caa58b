import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AS_OF, benchPositions, CURRENCY, CUSTOMERS } from '@/bench/inputs/positions';
import { MEASURED_METHODS, writeBeside } from '@/bench/margin/measured-methods';
import { readEvidenceFiles } from '@/cli/evidence-files';
import { applyFramework } from '@/lib/margin/frameworks/apply-framework';
import { singleMethodFramework } from '@/lib/margin/frameworks/single-method';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';

describe('the positions of the bench', () => {
  it('are the same each time, and those of a smaller count first', () => {
    expect(portfolioHash(benchPositions(500))).toBe(portfolioHash(benchPositions(500)));
    expect(benchPositions(2000).slice(0, 500)).toEqual(benchPositions(500));
  });

  it('are as many as asked for, with a name each, of as many customers', () => {
    const positions = benchPositions(2345);
    expect(positions).toHaveLength(2345);
    expect(new Set(positions.map(({ positionId }) => positionId)).size).toBe(2345);
    expect(new Set(positions.map(({ counterparty }) => counterparty)).size).toBe(CUSTOMERS);
  });

  it.each(MEASURED_METHODS)('all have an amount under $method', async (measured) => {
    const positions = measured.positions(600);
    const folder = await mkdtemp(join(tmpdir(), 'marginalia-bench-'));
    const { files } = await writeBeside(measured, join(folder, 'beside'));
    const { evidence } = await readEvidenceFiles(files, CURRENCY, new Set(positions.map(({ positionId }) => positionId)));
    await rm(folder, { recursive: true });
    const portfolio = { name: '', asOf: AS_OF, calculationCurrency: CURRENCY, positions, contentHash: '' };
    const { framework } = singleMethodFramework(measured.method, {}, positions);
    const { tree, margins } = applyFramework(portfolio, new Map(), framework, { ...DEFAULT_RUN_PARAMETERS, evidence });
    expect(failuresOf(tree)).toEqual([]);
    expect(margins.size).toBe(600);
    expect(tree.amount.gt(0)).toBe(true);
  });
});
