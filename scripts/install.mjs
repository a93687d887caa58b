import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, readText, root } from './checkout.mjs';
import { fail } from './fail.mjs';

const STAMP = 'node_modules/.marginalia-lock';

/** Installs the packages of package-lock.json when node_modules is missing or was made from another lock file. */
export function installIfNeeded() {
  const wanted = hashOf(['package-lock.json']);
  if (readText(STAMP) === wanted) return;
  if (!installedByHand()) install();
  try {
    writeFileSync(join(root, STAMP), wanted);
  } catch {
    // A read-only node_modules works too; it is only looked at again next time.
  }
}

/** True when npm finished an installation after the lock file last changed. */
function installedByHand() {
  const record = join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  process.stderr.write('Installing packages (once) …\n');
  const npm = process.env.npm_execpath;
  const [program, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status, stderr, error } = spawnSync(program, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !npm && process.platform === 'win32',
  });
  if (status === 0) return;
  const reason =
    error?.message ??
    stderr.split('\n').find((line) => /npm (error|ERR!) (?!code |errno |syscall |A complete log)\S/.test(line)) ??
    stderr.trim();
  fail(
    `The packages could not be installed (${reason.trim()}): check the network or npm's proxy and registry settings, or run \`npm ci\` where there is a network and copy node_modules here.`,
  );
}
