import { spawnSync } from 'node:child_process';

/** The browser tests run against the production build: makes it once, unless it is there already. */
export default function setup(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], {
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}
