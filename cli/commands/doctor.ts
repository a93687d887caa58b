import type { Command } from 'commander';
import { readSettings, type Settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';
import { checkAddress } from '../doctor/check-address';
import { checkDatabase } from '../doctor/check-database';
import { checkDisk } from '../doctor/check-disk';
import { checkDataFolder, checkNode, checkProgram, checkSecret } from '../doctor/check-machine';
import { checkPort } from '../doctor/check-port';
import { checkReach } from '../doctor/check-reach';
import type { Finding } from '../doctor/finding';
import { EXIT } from '../exit-code';

const WORDS = { ok: 'ok      ', optional: 'note    ', fault: 'FAULT   ' } as const;

/** `doctor`: what is missing or misconfigured and how to mend it; exit code 1 when something has to be mended. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description('say what is missing or misconfigured and how to mend it')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine();
      const healthy = findings.every((finding) => finding.state !== 'fault');
      if (json) process.stdout.write(`${JSON.stringify({ healthy, findings }, null, 2)}\n`);
      else for (const finding of findings) process.stdout.write(describe(finding));
      process.exitCode = healthy ? EXIT.done : EXIT.no;
    });
}

async function examine(): Promise<readonly Finding[]> {
  const settings = settingsOrFault();
  return [
    checkNode(process.versions.node),
    ...('state' in settings ? [settings] : await examineInstance(settings)),
    checkProgram('chromium', ['chromium', 'chromium-browser', 'google-chrome'], 'the server does not need it, only the browser tests do'),
    checkProgram('libreoffice', ['soffice', 'libreoffice'], 'the server does not need it, only the tests that draw Word files do'),
  ];
}

async function examineInstance(settings: Settings): Promise<readonly Finding[]> {
  return [
    checkDataFolder(settings.dataFolder),
    checkDisk(settings.dataFolder),
    ...(await checkDatabase(settings)),
    checkSecret(settings, process.env),
    checkAddress(settings),
    await checkPort(settings),
    ...(await checkReach(settings)),
  ];
}

function settingsOrFault(): Settings | Finding {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      name: 'settings',
      state: 'fault',
      detail: error.message,
      mend: 'Mend that variable of the environment; .env.example explains each.',
    };
  }
}

function describe({ state, name, detail, mend }: Finding): string {
  return `${WORDS[state]}${name.padEnd(16)}${detail}\n${mend ? `${' '.repeat(24)}→ ${mend}\n` : ''}`;
}
