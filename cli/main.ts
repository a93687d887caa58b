import { Command } from 'commander';
import { COMMANDS, GROUPS } from './commands';
import { explainError } from './exit-code';

/** Runs one command line and sets the exit code: results go to standard output, all else to standard error. */
export async function main(words: readonly string[]): Promise<void> {
  // Whoever reads may stop reading: `marginalia … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));
  try {
    await (await buildProgram(words)).parseAsync(words, { from: 'user' });
  } catch (error) {
    const { code, line } = explainError(error);
    if (line) process.stderr.write(`${line}\n`);
    if (code === 4 && process.env.MARGINALIA_DEBUG) console.error(error);
    process.exitCode = code;
  }
}

/** The program with the command that `words` name read in full, and of all others their names and summaries. */
export async function buildProgram(words: readonly string[]): Promise<Command> {
  const program = withErrors(new Command('marginalia'));
  program.description('A comment-letter workbench: the same calculations, readers and exports as on the screen.');
  program.addHelpText('after', '\nExit codes: 0 done, 1 the answer is no, 2 wrong use, 3 bad input, 4 internal.');
  const [first, second] = words[0] === 'help' ? words.slice(1) : words;
  for (const command of COMMANDS) {
    const [group, name] = command.words;
    const parent = name === undefined ? program : groupOf(program, group);
    const asked = first === group && (name === undefined || second === name);
    if (asked) (await command.load()).register(parent);
    else parent.command(name ?? group).description(command.summary);
  }
  return program;
}

function groupOf(program: Command, name: string): Command {
  const found = program.commands.find((command) => command.name() === name);
  return found ?? program.command(name).description(GROUPS[name] ?? '');
}

/** Errors are thrown, for one place to turn them into exit codes, and said in one line; the commands below inherit it. */
function withErrors(command: Command): Command {
  const outputError = (text: string, write: (line: string) => void) => write(`${text.trim().replace(/\s*\n\s*/g, ' ')}\n`);
  return command.exitOverride().showSuggestionAfterError().configureOutput({ outputError });
}
