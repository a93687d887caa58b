import { createReadStream } from 'node:fs';
import { NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import type { PnlVectors } from '@/lib/margin/evidence/pnl-vectors';
import { readPnl } from '@/lib/margin/evidence/read-pnl';
import { applyFramework } from '@/lib/margin/frameworks/apply-framework';
import { singleMethodFramework } from '@/lib/margin/frameworks/single-method';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { nodeJson } from '@/lib/margin/report/node-json';
import { AS_OF, benchPositions, CURRENCY } from '../inputs/positions';

/** The vectors of a file. Throws where it has a problem. */
export async function readBenchPnl(path: string): Promise<PnlVectors> {
  const { pnl, problems } = await readPnl(createReadStream(path, { highWaterMark: 1024 * 1024 }), { currency: CURRENCY });
  if (pnl === null || problems.length > 0) throw new Error(`${path}: ${problems[0]?.message ?? 'no vectors'}`);
  return pnl;
}

/** Value at risk of the bench's positions, which the vectors are of, to the tree as JSON. */
export function varOf(pnl: PnlVectors, parameters: Readonly<Record<string, string>>): string {
  const positions = benchPositions(pnl.rows.size);
  const { framework } = singleMethodFramework('historical-var', parameters, positions);
  const portfolio = { name: '', asOf: AS_OF, calculationCurrency: CURRENCY, positions, contentHash: '' };
  const { tree } = applyFramework(portfolio, new Map(), framework, {
    side: 'collect',
    threshold: 'ignored',
    minimumTransfer: 'ignored',
    evidence: { ...NO_EVIDENCE, pnl },
  });
  const [failure] = failuresOf(tree);
  if (failure) throw new Error(`historical-var left out a position of the benchmark: ${failure.message}`);
  return JSON.stringify(nodeJson(tree));
}
