import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { netCrif } from '@/lib/margin/methods/simm/net-crif';
import { simmMargin } from '@/lib/margin/methods/simm/simm-margin';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import { nodeJson } from '@/lib/margin/report/node-json';
import { writeBenchCrif } from '../inputs/crif';
import { type BenchPack, benchPack } from '../inputs/simm-pack';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { median } from '../measure/median';
import { timeNode, timeNodeOften } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';

interface Size {
  readonly name: string;
  readonly rows: number;
  readonly coldRuns: number;
  readonly warmRuns: number;
  /** Seconds of other engines, cold and warm, measured once on another machine of two cores: no measurements of this run. */
  readonly peers: string;
}

const UNKNOWN = 'no figure of another engine';
const SIZES: readonly Size[] = [
  { name: '1k', rows: 1000, coldRuns: 5, warmRuns: 5, peers: UNKNOWN },
  { name: '10k', rows: 10_000, coldRuns: 5, warmRuns: 5, peers: 'simm-lib (Java) 3.0 s cold, 1.0 s warm' },
  {
    name: '100k',
    rows: 100_000,
    coldRuns: 3,
    warmRuns: 3,
    peers: 'simm-lib (Java) 8.7 s cold, 5.6 s warm; simm-rs (Rust) 28.6 s cold, 23.7 s warm',
  },
  { name: '1m', rows: 1_000_000, coldRuns: 3, warmRuns: 2, peers: 'simm-lib (Java) 65 s cold, 21 s warm' },
];
/** Takes a minute and a file of 750 MB: only where MARGINALIA_BENCH_10M is set. */
const LARGEST: Size = { name: '10m', rows: 10_000_000, coldRuns: 1, warmRuns: 0, peers: UNKNOWN };

/** SIMM of one netting set from a CRIF to the result as JSON, and how its time grows with the rows. */
export async function* simmFigures(folder: string): AsyncGenerator<BenchFigure> {
  const pack = benchPack();
  const packFile = join(folder, 'simm-pack.json');
  await writeFile(packFile, pack.text);
  const warm = new Map<number, readonly number[]>();
  const largest = process.env.MARGINALIA_BENCH_10M ? [LARGEST] : [];
  for (const size of [...SIZES, ...largest]) {
    const crif = join(folder, `simm-${size.name}.csv`);
    await writeBenchCrif(crif, size.rows);
    const command = ['cli/marginalia.js', 'margin', '--method', 'simm', '--input', crif, '--parameters', packFile, '--json'];
    // the first use after a change of the sources makes the bundle
    if (size === SIZES[0]) await timeNode(command);
    const about = `${pack.about}, CRIF of ${size.rows} rows to the tree as JSON, one netting set`;
    const cold = await timeNodeOften(command, size.coldRuns);
    yield timeFigure(
      `simm.${size.name}.cold`,
      cold.map((run) => run.milliseconds),
      `${about}, new process; elsewhere: ${size.peers}`,
    );
    yield memoryFigure(
      `simm.${size.name}.peak-rss`,
      cold.map((run) => run.peakBytes),
      'most memory of that process',
    );
    if (size.warmRuns === 0) continue;
    const times = await timeWarm(() => fileToResult(crif, pack), size.warmRuns, 1);
    warm.set(size.rows, times);
    yield timeFigure(`simm.${size.name}.warm`, times, `${about}, same process; elsewhere: ${size.peers}`);
  }
  yield growth(warm);
}

async function fileToResult(path: string, pack: BenchPack): Promise<string> {
  const parsed = parseSimmPack(JSON.parse(pack.text));
  if (!parsed.ok) throw new Error(parsed.failures.join('\n'));
  const { netting, problems } = await netCrif(createReadStream(path, { highWaterMark: 1024 * 1024 }), 'collect');
  const [error] = problems.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`The CRIF of the benchmark has an error: ${error.message}`);
  const result = simmMargin(netting, parsed.value, {
    horizon: '10d',
    calculationCurrency: 'USD',
    resultCurrency: 'USD',
    regulation: 'worst',
    rates: new Map(),
  });
  if (!result.ok) throw new Error(result.failures.join('\n'));
  return JSON.stringify(nodeJson(result.value.tree), null, 2);
}

function growth(warm: ReadonlyMap<number, readonly number[]>): BenchFigure {
  const [large, small] = [...warm].sort(([a], [b]) => b - a);
  if (large === undefined || small === undefined) throw new RangeError('Growth needs two sizes.');
  const exponent = Math.log(median(large[1]) / median(small[1])) / Math.log(large[0] / small[0]);
  return {
    name: 'simm.growth',
    value: Math.round(exponent * 100) / 100,
    unit: 'exponent',
    n: Math.min(large[1].length, small[1].length),
    detail: `time grows as rows to this power, from ${small[0]} to ${large[0]} rows, warm; 1 is linear, less where the risk factors, which do not grow, take their share`,
  };
}
