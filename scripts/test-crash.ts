// npm run -s test:crash [-- --rounds 40 --seed 7 --editors 10 --quiet]: kills the server and PostgreSQL while editors type, and counts what
// was acknowledged, lost and doubled. Half of the rounds kill the one, half the other. Exit code 1 on any loss.
import { parseArgs } from 'node:util';
import { crashRun } from '@/tests/durability/crash-run';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    editors: { type: 'string', default: '10' },
    quiet: { type: 'boolean', default: false },
  },
});
const [rounds, seed, editors] = [Number(values.rounds), Number(values.seed), Number(values.editors)];
const started = Date.now();
const result = await crashRun({
  seed,
  serverRounds: Math.ceil(rounds / 2),
  postgresRounds: Math.floor(rounds / 2),
  editors,
  tell: values.quiet ? undefined : (line) => console.error(line),
});
for (const fault of result.faults) console.error(fault);
const { acknowledged, lost, doubled } = result;
console.log(`rounds ${result.rounds}, acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}`);
console.error(`seed ${seed}, ${editors} editors, ${Math.round((Date.now() - started) / 1000)} s`);
process.exit(result.faults.length === 0 ? 0 : 1);
