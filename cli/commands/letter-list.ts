import type { Command } from 'commander';
import { listLetters } from '@/lib/services/letter/list-letters';
import { withInstance } from '../with-instance';

/** `letter list`: the firm's letters with coverage and stale figures. */
export function register(program: Command): void {
  program
    .command('list')
    .description('list the letters of the firm')
    .option('--as <email>', 'the member in whose name it is done')
    .option('--json', 'print one JSON document')
    .action(async (options: { as?: string; json?: boolean }) => {
      const letters = await withInstance(options.as ?? null, (ctx) => listLetters(ctx));
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ letters }, null, 2)}\n`);
        return;
      }
      for (const letter of letters) {
        const stale = letter.staleFigures > 0 ? `, ${letter.staleFigures} figures not current` : '';
        process.stdout.write(`${letter.id}  ${letter.title}  (${letter.answered}/${letter.questions} questions${stale})\n`);
      }
      if (letters.length === 0) process.stderr.write('There is no letter yet.\n');
    });
}
