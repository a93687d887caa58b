import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '@/lib/core/errors';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { BUILDS, type Build, exportLetter } from '@/lib/services/export/export-letter';
import { renderLetter } from '@/lib/services/export/render-letter';
import { listLetters } from '@/lib/services/letter/list-letters';
import { withInstance } from '../with-instance';

interface Options {
  readonly letter: string;
  readonly build: string;
  readonly out: string;
  readonly overrideReason?: string;
  readonly as?: string;
  readonly json?: boolean;
}

/** `letter export`: the Word file of a letter, as from the screen: snapshot, checks, audit and all. */
export function register(program: Command): void {
  program
    .command('export')
    .description('export a letter as a Word file')
    .requiredOption('--letter <id-or-title>', 'the letter, by id or by its whole title')
    .option('--build <build>', `one of: ${BUILDS.join(', ')}`, 'clean')
    .requiredOption('--out <file>', 'where to write the file')
    .option('--override-reason <text>', 'export although checks fail, for this reason')
    .option('--as <email>', 'the member in whose name it is done')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const exported = await withInstance(options.as ?? null, async (ctx) =>
        exportLetter(
          ctx,
          { letterId: await letterId(ctx, options.letter), build: buildOf(options.build), overrideReason: options.overrideReason ?? null },
          (content, build) => renderLetter({ content, build }),
        ),
      );
      await writeFile(options.out, exported.bytes);
      const { bytes, ...report } = exported;
      for (const finding of exported.findings) process.stderr.write(`${finding.severity}: ${finding.message} (${finding.place.label})\n`);
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ...report, out: options.out, size: bytes.length }, null, 2)}\n`
          : `${options.out}: version ${exported.snapshotNumber}, ${bytes.length} bytes, SHA-256 ${exported.sha256}\n`,
      );
    });
}

async function letterId(ctx: ServiceContext, named: string): Promise<string> {
  const letters = await listLetters(ctx);
  const found = letters.filter((letter) => letter.id === named || letter.title === named);
  const [only] = found;
  if (!only) throw new AppError('NOT_FOUND', `There is no letter "${named}": \`letter list\` names them.`);
  if (found.length > 1) throw new AppError('INVALID_INPUT', `Several letters are called "${named}": give the id, from \`letter list\`.`);
  return only.id;
}

function buildOf(text: string): Build {
  const build = BUILDS.find((known) => known === text);
  if (!build) throw new AppError('INVALID_INPUT', `--build must be one of ${BUILDS.join(', ')}, not "${text}".`);
  return build;
}
