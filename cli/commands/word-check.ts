import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '@/lib/core/errors';
import { checkPackage } from '@/lib/word/check/check-package';

import { EXIT } from '../exit-code';
import { validateInThread } from '../validate-in-thread';

const MOST_BYTES = 200 * 1024 * 1024;

/** `word check FILE`: whether a .docx is valid and clean; exit code 1 where it has errors. */
export function register(program: Command): void {
  program
    .command('check')
    .argument('<file>', 'a .docx')
    .option('--json', 'one JSON document on standard output')
    .description('validity and hygiene of a .docx: metadata of people, hidden text, comments and changes left')
    .action(async (file: string, options: { readonly json?: boolean }) => {
      const checked = await checkPackage(await readFile(file), validateInThread);
      if (!checked.ok) throw new AppError('UNREADABLE_FILE', `${file}: ${checked.failures.map((problem) => problem.message).join(' ')}`);
      const findings = checked.value;
      const errors = findings.filter((finding) => finding.severity === 'error').length;
      if (options.json) process.stdout.write(`${JSON.stringify({ file, valid: errors === 0, findings }, null, 2)}\n`);
      else {
        for (const finding of findings) process.stdout.write(`${finding.severity} ${finding.code} ${finding.part}: ${finding.message}\n`);
        process.stdout.write(`${file}: ${errors} errors, ${findings.length - errors} warnings\n`);
      }
      if (errors > 0) process.exitCode = EXIT.no;
    });
}

async function readFile(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    if (size > MOST_BYTES)
      throw new AppError('TOO_LARGE', `${path} is larger than the ${MOST_BYTES / 1024 / 1024} MB that a letter may have.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
