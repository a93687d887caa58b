import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the tests run besides Node: how to see that it is there, and Debian's package of it. */
const NEEDED = [
  { name: 'Chromium', packages: ['chromium'], present: () => findChromium() !== null },
  { name: 'LibreOffice Writer', packages: ['libreoffice-writer'], present: () => answers('soffice', '--version') },
  { name: 'LibreOffice Calc', packages: ['libreoffice-calc'], present: hasCalc },
  { name: 'pdftotext and pdftoppm (poppler)', packages: ['poppler-utils'], present: () => answers('pdftotext', '-v') },
  { name: 'pandoc', packages: ['pandoc'], present: () => answers('pandoc', '--version') },
  { name: 'redis-server', packages: ['redis-server'], present: () => answers('redis-server', '--version') },
  { name: 'the DejaVu and Liberation fonts', packages: ['fonts-dejavu-core', 'fonts-liberation'], present: hasFonts },
];

/** The Chromium to test with: CHROMIUM, one on the PATH, or the one that Playwright downloaded; or null. */
export function findChromium() {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean);
  return candidates.find((program) => answers(program, '--version')) ?? playwrightsOwn();
}

/** How Chromium is run for tests and measurements: root has no sandbox, containers have a small /dev/shm, fonts are drawn alike everywhere. */
export const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--no-first-run'],
  // nothing of the browser's own asks the network
  ...['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Installs what is missing where that can be done unasked; returns a sentence about what stays missing, or null. */
export function ensurePrograms() {
  let missing = NEEDED.filter((program) => !program.present());
  if (missing.length === 0) return null;
  process.stderr.write(`Missing for the tests: ${missing.map((program) => program.name).join(', ')}.\n`);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const packages = missing.flatMap((program) => program.packages);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const aptGet = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
    if (!aptGet('install', '-y', '-q', '--no-install-recommends', ...packages)) {
      aptGet('update', '-q');
      aptGet('install', '-y', '-q', '--no-install-recommends', ...packages);
    }
  } else if (findChromium() === null) {
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  missing = NEEDED.filter((program) => !program.present());
  if (missing.length === 0) return null;
  const packages = missing.flatMap((program) => program.packages).join(' ');
  return `The tests need ${missing.map((program) => program.name).join(', ')}: install ${missing.length === 1 ? 'it' : 'them'} (Debian: apt-get install ${packages}) and run the tests again.`;
}

function answers(program, ...words) {
  return spawnSync(program, words, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** Whether the LibreOffice on the PATH has its spreadsheet, which Debian packages apart. */
function hasCalc() {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' });
  if (status !== 0) return false;
  return process.platform !== 'linux' || existsSync(join(dirname(realpathSync(stdout.trim())), 'libsclo.so'));
}

function hasFonts() {
  const { status, stdout } = spawnSync('fc-list', [], { encoding: 'utf8' });
  return status === 0 && /DejaVu/.test(stdout) && /Liberation/.test(stdout);
}
