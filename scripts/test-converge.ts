// npm run -s test:converge [-- --schedules 2000 --seed 1]: plays random stories of editing, partitions, reconnects and restarts and counts those
// that did not come out the same everywhere. `--seed N --schedules 1` plays one again. Exit code 1 on any divergence.
import { parseArgs } from 'node:util';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { convergeRun } from '@/tests/durability/converge/converge-run';
import { withScratchDatabase } from './with-scratch-database';

const { values } = parseArgs({ options: { schedules: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } });
const [schedules, first] = [Number(values.schedules), Number(values.seed)];
const started = Date.now();
const sums = { schedules: 0, divergences: 0, acts: 0, words: 0, mergedAway: 0, mergedTwice: 0 };

await withScratchDatabase(async (url) => {
  await migrate(url, readMigrations(MIGRATIONS_FOLDER));
  const seeds = Array.from({ length: schedules }, (_, index) => first + index);
  await convergeRun(url, seeds, ({ seed, divergences, acts, words, mergedAway, mergedTwice }) => {
    sums.schedules += 1;
    sums.acts += acts;
    sums.words += words;
    sums.mergedAway += mergedAway;
    sums.mergedTwice += mergedTwice;
    if (sums.schedules % 100 === 0) console.error(`${sums.schedules} schedules, ${Math.round((Date.now() - started) / 1000)} s`);
    if (divergences.length === 0) return;
    sums.divergences += 1;
    console.error(`seed ${seed}: ${divergences.join('\n  ')}\n  again: npm run -s test:converge -- --schedules 1 --seed ${seed}`);
  });
});
console.log(`schedules ${sums.schedules}, divergences ${sums.divergences}`);
console.error(
  `${sums.words} words typed; ${sums.mergedAway} gone and ${sums.mergedTwice} twice where two rebuilt the same block unseen; ${Math.round((Date.now() - started) / 1000)} s`,
);
process.exit(sums.divergences === 0 ? 0 : 1);
