// `npm test`: everything, from whatever state the checkout is in. Installs what is missing, runs every check and every test, and
// ends with the counts on a line of their own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { fail } from './fail.mjs';
import { installIfNeeded } from './install.mjs';

const CHECKS = [
  { name: 'lint', words: ['node_modules/@biomejs/biome/bin/biome', 'ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`] },
  { name: 'types', words: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'layers', words: ['scripts/layers.mjs'] },
  { name: 'schema and migrations', words: ['--import', 'tsx', 'scripts/migration.ts', '--check'] },
];
const PROJECTS = ['unit', 'db', 'word', 'browser'];

installIfNeeded();
const { ensurePrograms } = await import('./programs.mjs');
const missing = ensurePrograms();
if (missing) fail(missing);
const { generateIfNeeded } = await import('./generate.mjs');
generateIfNeeded();
// The types of routes, which `next build` writes too.
node(['node_modules/next/dist/bin/next', 'typegen'], 'ignore');

const reports = mkdtempSync(join(tmpdir(), 'marginalia-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };
for (const { name, words } of CHECKS) {
  const started = Date.now();
  const passed = node(words, 'inherit') === 0;
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'passed' : 'FAILED'}: ${name} (${seconds(started)})\n`);
}
for (const project of PROJECTS) {
  const started = Date.now();
  const report = join(reports, `${project}.json`);
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json'];
  const status = node([...words, `--outputFile.json=${report}`], 'inherit');
  const counts = count(report, status);
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`${project}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds(started)})\n`);
}
rmSync(reports, { recursive: true, force: true });
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped: each says above what it lacks.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function node(words, stdio) {
  return spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', stdio, 'inherit'] }).status;
}

/** The counts of one project. A file that could not be loaded, and a run that ended badly without saying so, count as failed. */
function count(report, status) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = result.numFailedTests + broken.length;
  const skipped = result.numPendingTests + result.numTodoTests;
  return { passed: result.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
