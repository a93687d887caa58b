// A process of its own, so that its start and its memory are measured: var-once.ts <profit and loss file>
import { readBenchPnl, varOf } from './var-of-file';

const [path = ''] = process.argv.slice(2);
varOf(await readBenchPnl(path), {});
