import { basename } from 'node:path';
import type { Command } from 'commander';
import { fileBytes } from '@/lib/services/file/file-bytes';
import { storeFile } from '@/lib/services/file/store-file';
import { receiveReturn } from '@/lib/services/returned/receive-return';
import { RETURN_LIMITS } from '@/lib/services/returned/return-limits';
import { compareReturn, readReturn } from '@/lib/services/returned/return-thread';
import { findLetterId } from '../find-letter-id';
import { withInstance } from '../with-instance';
import { wordFileBytes } from '../word-file-bytes';

interface Options {
  readonly letter: string;
  readonly as?: string;
  readonly json?: boolean;
}

/** `letter import`: what came back in a Word file as suggestions, conflicts and comments, as from the screen. */
export function register(program: Command): void {
  program
    .command('import')
    .description('read a Word file that came back into suggestions and conflicts')
    .argument('<file>', 'the .docx')
    .requiredOption('--letter <id-or-title>', 'the letter, by id or by its whole title')
    .option('--as <email>', 'the member in whose name it is done')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const bytes = await wordFileBytes(path);
      const received = await withInstance(options.as ?? null, async (ctx) => {
        const letterId = await findLetterId(ctx, options.letter);
        const source = inOnePiece(bytes);
        const file = await storeFile(ctx, { name: basename(path), mediaType: 'application/octet-stream', source, ...RETURN_LIMITS });
        return receiveReturn(
          ctx,
          { letterId, fileId: file.id },
          {
            read: async (fileId) => readReturn({ bytes: await fileBytes(ctx.db, fileId) }),
            compare: async ({ fileId, ...rest }) => compareReturn({ bytes: await fileBytes(ctx.db, fileId), ...rest }),
          },
        );
      });
      if (options.json) process.stdout.write(`${JSON.stringify(received, null, 2)}\n`);
      else if (received.isKnown) process.stdout.write('This very file was read before; nothing was done again.\n');
      else
        process.stdout.write(
          `${received.suggestions} suggestions, ${received.conflicts} conflicts. Nothing is in the letter until somebody decides.\n`,
        );
    });
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
