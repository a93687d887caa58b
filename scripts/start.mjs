// `npm start` and `npm run dev`: from whatever state the checkout is in to a server that serves. Needs nothing but Node until the
// packages are there, so that it can say what is missing.
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { fail } from './fail.mjs';
import { installIfNeeded } from './install.mjs';

const OLDEST_NODE = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join('.')} or newer, e.g. from https://nodejs.org.`);
}

const dev = process.argv.includes('--dev');
process.env.NODE_ENV = dev ? 'development' : 'production';
process.env.TSX_TSCONFIG_PATH ??= join(root, 'tsconfig.json');
process.env.NEXT_TELEMETRY_DISABLED ??= '1';
installIfNeeded();

await import('tsx');
const { checkPlace } = await import('../server/check-place.ts');
await checkPlace(process.env).catch((error) => fail(error.message));
const [{ generateIfNeeded }, { buildIfNeeded }] = await Promise.all([import('./generate.mjs'), import('./build.mjs')]);
generateIfNeeded();
if (!dev) buildIfNeeded();
const { main } = await import('../server/main.ts');
await main({ dev });
