// npm run -s test:converge [-- --schedules 2000 --seed 1]: plays random stories of editing, suggesting, partitions, reconnects and restarts, and
// counts those that did not end the same everywhere. `--schedules 1 --seed N` plays one again. Exit code 1 on any divergence.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { convergeRun } from '@/tests/durability/converge/converge-run';
import type { ScheduleResult } from '@/tests/durability/converge/run-schedule';
import { withScratchDatabase } from './with-scratch-database';

process.env.NEXTAUTH_SECRET ??= 'only for tests';
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    /** of a process that plays a part: the database, and the seeds that are its own */
    database: { type: 'string' },
    seeds: { type: 'string' },
  },
});
if (values.database && values.seeds) {
  await convergeRun(values.database, JSON.parse(values.seeds), (result) => process.send?.(result));
  process.exit(0);
}

const [schedules, first, started] = [Number(values.schedules), Number(values.seed), Date.now()];
const sums = { schedules: 0, divergences: 0, words: 0, mergedAway: 0, mergedTwice: 0 };
const parts = Math.min(2, cpus().length, schedules);

await withScratchDatabase(async (url) => {
  await migrate(url, readMigrations(MIGRATIONS_FOLDER));
  const seeds = Array.from({ length: schedules }, (_, index) => first + index);
  const codes = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      play(
        url,
        seeds.filter((seed) => seed % parts === part),
      ),
    ),
  );
  if (codes.some((code) => code !== 0)) throw new Error('A process of schedules ended badly; see above.');
});
console.log(`schedules ${sums.schedules}, divergences ${sums.divergences}`);
console.error(
  `${sums.words} words typed; ${sums.mergedAway} gone and ${sums.mergedTwice} twice where two rebuilt the same block unseen; ${seconds()} s`,
);
process.exit(sums.divergences === 0 && sums.schedules === schedules ? 0 : 1);

/** Plays some of the schedules in a process of their own. */
async function play(url: string, seeds: readonly number[]): Promise<number> {
  const words = ['--database', url, '--seeds', JSON.stringify(seeds)];
  const child = fork(fileURLToPath(import.meta.url), words, { execArgv: ['--import', 'tsx'] });
  child.on('message', (message) => note(message as ScheduleResult));
  const [code] = await once(child, 'exit');
  return code;
}

function note({ seed, divergences, words, mergedAway, mergedTwice }: ScheduleResult): void {
  sums.schedules += 1;
  sums.words += words;
  sums.mergedAway += mergedAway;
  sums.mergedTwice += mergedTwice;
  if (sums.schedules % 100 === 0) console.error(`${sums.schedules} schedules, ${seconds()} s`);
  if (divergences.length === 0) return;
  sums.divergences += 1;
  console.error(`seed ${seed}: ${divergences.join('\n  ')}\n  again: npm run -s test:converge -- --schedules 1 --seed ${seed}`);
}

function seconds(): number {
  return Math.round((Date.now() - started) / 1000);
}
