// npm run -s bench -- <name> [--json]: a line per figure on standard output, the machine on standard error.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, explainError } from '@/cli/exit-code';
import { BENCHES } from './benches';
import { FIGURE_HEAD, figureJson, figureRow } from './measure/figure';
import { readArguments } from './read-arguments';

const request = readArguments(process.argv.slice(2), BENCHES);
if (request.ok) {
  const { bench, json } = request.value;
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-bench-'));
  const tellLoad = (when: string) => console.error(`Load average ${when}: ${loadavg().map(twoDigits).join(' ')}`);
  try {
    console.error(`${cpus().length} cores, Node ${process.versions.node}`);
    tellLoad('before');
    if (!json) console.log(FIGURE_HEAD);
    for await (const figure of (await bench.load()).figures(folder)) console.log(json ? figureJson(figure) : figureRow(figure));
    tellLoad('after');
  } catch (error) {
    const { code, line } = explainError(error);
    console.error(line);
    process.exitCode = code;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
} else {
  console.error(request.failures.join('\n'));
  process.exitCode = EXIT.wrongUse;
}

function twoDigits(load: number): string {
  return load.toFixed(2);
}
