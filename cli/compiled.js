// The command line as one bundle, made on first use and kept in .cache/cli: reading TypeScript costs every command half a second.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.cache', 'cli');
const CURRENT = join(CACHE, 'current.json');
/** Commands of pure calculation. Others keep tsx: they load the database, Prisma and threads by path. */
const COMPILED = new Set(['margin', 'impact', 'classify', 'frameworks', 'parameters', 'request']);
const LEFT_OUT = ['./commands/letter-*', './commands/word-check', './commands/backup', './commands/restore', './commands/doctor'];
/** Pure packages that are bundled; all others are found in node_modules. */
const BUNDLED = new Set(['commander', 'zod', 'decimal.js', 'saxes', 'xmlchars', 'parse5', 'entities', '@noble/hashes', 'fflate']);
const ENTRIES = { main: 'cli/main.ts' };
/** A build that another process may still be reading is kept so long. */
const KEPT_MS = 60 * 60 * 1000;

/** The address of the bundle's entry for these words; null where they are not compiled, or no bundle can be made. */
export async function compiledMain(words) {
  if (!COMPILED.has(words[0])) return null;
  try {
    return pathToFileURL(join(currentBuild() ?? (await build()), 'main.js')).href;
  } catch {
    return null;
  }
}

/** The folder of the bundle, where none of the files that it was made from has changed since. */
function currentBuild() {
  try {
    const { folder, inputs } = JSON.parse(readFileSync(CURRENT, 'utf8'));
    return stampOf(inputs.paths) === inputs.stamp ? join(CACHE, folder) : null;
  } catch {
    return null;
  }
}

function stampOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    const { mtimeMs, size } = statSync(join(ROOT, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function build() {
  const { build: bundle } = await import('esbuild');
  const started = Date.now();
  // a name of its own: another first use may build at the same time
  const folder = `${started}-${randomBytes(6).toString('hex')}`;
  const outdir = join(CACHE, folder);
  mkdirSync(outdir, { recursive: true });
  const { metafile } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    metafile: true,
    logLevel: 'silent',
    tsconfig: join(ROOT, 'tsconfig.json'),
    external: LEFT_OUT,
    banner: { js: REQUIRE },
    plugins: [{ name: 'packages', setup: leavePackages }],
  });
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  const paths = ['package-lock.json', 'cli/compiled.js', ...Object.keys(metafile.inputs)].sort();
  const isWhole = paths.every((path) => statSync(join(ROOT, path)).mtimeMs < started);
  // a file that changed meanwhile may be in the bundle as it was before: the next use builds again
  if (isWhole) {
    const next = join(CACHE, `${folder}.json`);
    writeFileSync(next, JSON.stringify({ folder, inputs: { paths, stamp: stampOf(paths) } }));
    renameSync(next, CURRENT);
  }
  removeOld(folder);
  return outdir;
}

/** Packages of CommonJS in the bundle ask for Node's own modules. */
const REQUIRE = "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);";

function leavePackages({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    if (kind === 'entry-point' || path.startsWith('@/')) return null;
    const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
    return BUNDLED.has(name) ? null : { path, external: true };
  });
}

function removeOld(newest) {
  for (const name of readdirSync(CACHE)) {
    const made = Number.parseInt(name, 10);
    if (name === newest || !(Date.now() - made > KEPT_MS)) continue;
    rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}
