import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REGIMES } from '@/lib/margin/classification/regime';
import { readExternalRequirements } from '@/lib/margin/evidence/read-external-requirements';
import { readPnl } from '@/lib/margin/evidence/read-pnl';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
import { bytesOf } from '@/tests/support/bytes-of';

const doc = (name: string) => readFileSync(new URL(`../../../../../docs/formats/${name}`, import.meta.url), 'utf8');
/** The blocks between fences. */
const examples = (name: string) => [...doc(name).matchAll(/```\w*\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

describe('the examples of the format descriptions', () => {
  it('of profit and loss are read in both forms without a problem', async () => {
    const [wide = '', long = ''] = examples('pnl.md');
    const read = [await readPnl(bytesOf(wide), { currency: 'USD' }), await readPnl(bytesOf(long), { currency: 'USD' })];
    expect(read.map(({ problems }) => problems)).toEqual([[], []]);
    expect(read.map(({ pnl }) => pnl?.rows.size)).toEqual([2, 1]);
  });

  it('of external requirements is read, and every regime that may stand is listed', async () => {
    const [example = ''] = examples('external-requirements.md');
    const { external, problems } = await readExternalRequirements(bytesOf(example));
    expect(problems).toEqual([]);
    expect(external).toHaveLength(1);
    for (const regime of REGIMES) expect(doc('external-requirements.md').includes(`\`${regime}\``)).toBe(regime !== 'undetermined');
  });

  it('of scan parameters is complete', () => {
    const [example = ''] = examples('scan-parameters.md');
    const read = parseScanParameters(JSON.parse(example));
    expect(read.ok ? [] : read.failures).toEqual([]);
  });
});
