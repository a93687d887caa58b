import type { Command } from 'commander';
import { readSettings } from '@/lib/config/read-settings';
import { checkDatabase } from '../doctor/check-database';
import { checkDataFolder, checkNode, checkProgram, checkSecret } from '../doctor/check-machine';
import { checkPort } from '../doctor/check-port';
import type { Finding } from '../doctor/finding';
import { EXIT } from '../exit-code';

const WORDS = { ok: 'ok      ', optional: 'missing ', fault: 'FAULT   ' } as const;

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
  const settings = readSettings(process.env);
  return [
    checkNode(process.versions.node),
    checkDataFolder(settings.dataFolder),
    ...(await checkDatabase(settings)),
    checkSecret(settings, process.env),
    await checkPort(settings),
    checkProgram('chromium', ['chromium', 'chromium-browser', 'google-chrome'], 'only the browser tests need it'),
    checkProgram('libreoffice', ['soffice', 'libreoffice'], 'only the tests that draw Word files need it'),
  ];
}

function describe({ state, name, detail, mend }: Finding): string {
  return `${WORDS[state]}${name.padEnd(16)}${detail}\n${mend ? `${' '.repeat(24)}→ ${mend}\n` : ''}`;
}
