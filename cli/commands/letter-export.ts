import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { AppError } from '@/lib/core/errors';
import { type BuildRequest, buildRequestSchema } from '@/lib/services/export/build-request';
import { exportLetter } from '@/lib/services/export/export-letter';
import { writeBuild } from '@/lib/services/export/render-letter';
import { BUILD_KINDS } from '@/lib/word/letter-build';
import { findLetterId } from '../find-letter-id';
import { withInstance } from '../with-instance';

interface Options {
  readonly letter: string;
  readonly build: string;
  readonly against?: string;
  readonly agency?: string;
  readonly privileged?: boolean;
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
    .addOption(new Option('--build <build>', 'which file').choices([...BUILD_KINDS]).default('clean'))
    .option('--against <version>', 'of a redline: the number of the earlier version')
    .addOption(new Option('--agency <agency>', 'addressed to one agency (default: both)').choices(['CFTC', 'SEC']))
    .option('--privileged', 'of the review build: privileged words and threads too, for legal')
    .requiredOption('--out <file>', 'where to write the file')
    .option('--override-reason <text>', 'export although checks fail, for this reason')
    .option('--as <email>', 'the member in whose name it is done')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const request = requestOf(options);
      const exported = await withInstance(options.as ?? null, async (ctx) => {
        const letter = await findLetterId(ctx, options.letter);
        const overrideReason = options.overrideReason ?? null;
        return exportLetter(ctx, { letterId: letter, request, overrideReason, overrides: {} }, writeBuild);
      });
      await writeFile(options.out, exported.bytes);
      const { bytes, ...report } = exported;
      for (const finding of exported.findings) process.stderr.write(`${finding.severity}: ${finding.message} (${finding.place.label})\n`);
      for (const { author, sectionTitle, reason } of exported.leftOut)
        process.stderr.write(`not in the file: a suggestion of ${author} in ${sectionTitle}. ${reason}\n`);
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ...report, out: options.out, size: bytes.length }, null, 2)}\n`
          : `${options.out}: version ${exported.snapshotNumber}, ${bytes.length} bytes, SHA-256 ${exported.sha256}\n`,
      );
    });
}

function requestOf({ build, against, agency, privileged }: Options): BuildRequest {
  const parsed = buildRequestSchema.safeParse({
    ...{ build, agency: agency ?? null, privileged: privileged ?? false },
    against: against === undefined ? null : Number(against),
  });
  if (!parsed.success) throw new AppError('INVALID_INPUT', parsed.error.issues.map(({ message }) => message).join(' '));
  return parsed.data;
}
