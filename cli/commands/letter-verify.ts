import type { Command } from 'commander';
import { readReturn, verifyReturn } from '@/lib/services/returned/return-thread';
import { type FileVerification, verifyFile } from '@/lib/services/returned/verify-file';
import { EXIT } from '../exit-code';
import { withInstance } from '../with-instance';
import { wordFileBytes } from '../word-file-bytes';

interface Options {
  readonly as?: string;
  readonly json?: boolean;
}

/** `letter verify`: whether a Word file is one of the firm's letters, which version, and whether anything of it was changed. Exit code 1 for no. */
export function register(program: Command): void {
  program
    .command('verify')
    .description('say whether a Word file is ours, which version, and what was changed')
    .argument('<file>', 'the .docx')
    .option('--as <email>', 'the member in whose name it is done')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const bytes = await wordFileBytes(path);
      const verifier = { read: async (input: { readonly bytes: Uint8Array }) => readReturn(input), verify: verifyReturn };
      const answer = await withInstance(options.as ?? null, (ctx) => verifyFile(ctx, bytes, verifier));
      process.stdout.write(options.json ? `${JSON.stringify(answer, null, 2)}\n` : `${linesOf(answer).join('\n')}\n`);
      process.exitCode = answer.isOurs && answer.isUnchanged ? EXIT.done : EXIT.no;
    });
}

function linesOf(answer: FileVerification): string[] {
  if (!answer.isOurs) return [`Not ours. ${answer.reason}`];
  const { letterTitle, letterId, versionNumber, foundBy, exported, figures, words, comments, isUnchanged } = answer;
  const altered = figures.filter(({ isAltered }) => isAltered);
  return [
    `Ours: "${letterTitle}" (${letterId}), version ${versionNumber}${foundBy === 'version' ? '' : `, found by its ${foundBy}`}.`,
    ...(exported ? [`Byte for byte the ${exported.build} build of ${exported.at}.`] : []),
    `${altered.length} of ${figures.length} figures changed, ${words.length} other differences, ${comments} comments.`,
    ...altered.map(
      ({ place, name, filed, file, published }) =>
        `figure changed: ${place}, ${name}: sent ${quoted(filed)}, in the file ${quoted(file)}, published ${quoted(published)}`,
    ),
    ...words.map(({ place, author, words: what }) => `changed: ${place}, ${author ?? 'nobody is named'}: ${what.replaceAll('\n', ' ')}`),
    isUnchanged ? 'Nothing was changed.' : 'It was changed.',
  ];
}

function quoted(words: string | null): string {
  return words === null ? 'nothing' : `"${words.replaceAll('\n', ' / ').replaceAll('\t', ' ')}"`;
}
