import type { BenchFigure } from '../measure/figure';
import { median } from '../measure/median';
import { askChild, type RunningChild } from './child-process';
import type { FloodAnswer, FloodTask } from './flood-task';
import type { Stage } from './stage';

const EDITORS = 50;
const SECTIONS = 10;
const AHEAD = 32;
const ROUNDS = 3;

/** Changes per second that are committed before they are acknowledged, beside Hocuspocus that stores nothing, in turns. */
export async function* throughputFigures({ host, cookies, rooms, startOwn, startBare }: Stage): AsyncGenerator<BenchFigure> {
  const task: FloodTask = {
    host,
    cookies: cookies.slice(0, EDITORS),
    rooms: rooms.slice(0, SECTIONS),
    ahead: AHEAD,
    warmUpSeconds: 3,
    seconds: 6,
  };
  const [own, bare]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await flood(startOwn, task));
    bare.push(await flood(startBare, task));
  }
  const load = `${EDITORS} editors in ${SECTIONS} sections, each ${AHEAD} changes ahead of what is acknowledged`;
  yield figure('durable', own, `${load}, each committed before it is acknowledged`);
  yield figure('bare', bare, 'the same on Hocuspocus without extensions and persistence');
  const ratio = median(own.map(({ perSecond }) => perSecond)) / median(bare.map(({ perSecond }) => perSecond));
  yield {
    name: 'durable.50-to-bare',
    value: Math.round(ratio * 100) / 100,
    unit: 'ratio',
    n: ROUNDS,
    detail: 'durable ÷ bare, taken in turns; here larger is better',
  };
}

interface Run {
  readonly perSecond: number;
  readonly clientLoad: number;
}

async function flood(start: () => Promise<RunningChild>, task: FloodTask): Promise<Run> {
  const server = await start();
  try {
    const { acknowledged, seconds, clientLoad, errors } = await askChild<FloodAnswer>('bench/collab/flood-clients.ts', task);
    if (errors.length > 0) throw new Error(`The flood met errors: ${[...new Set(errors)].slice(0, 3).join('; ')}`);
    return { perSecond: acknowledged / seconds, clientLoad };
  } finally {
    await server.stop();
  }
}

function figure(name: string, runs: readonly Run[], detail: string): BenchFigure {
  const rates = runs.map(({ perSecond }) => perSecond);
  const load = Math.round(median(runs.map(({ clientLoad }) => clientLoad)) * 100);
  return {
    name: `${name}.50`,
    value: Math.round(median(rates)),
    unit: 'changes/s',
    n: runs.length,
    detail: `${detail}; from ${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}; clients took ${load} % of a core`,
  };
}
