import type { Command } from 'commander';

/** A command whose code is read only when it is asked for: reading all of it would cost every command a second. */
export interface LazyCommand {
  /** the words that name it: `margin`, or `letter export` */
  readonly words: readonly [string] | readonly [string, string];
  readonly summary: string;
  /** adds the command to the program, or a command of two words to its group */
  readonly load: () => Promise<{ register(parent: Command): void }>;
}

/** What each group of two-word commands is about. */
export const GROUPS: Readonly<Record<string, string>> = {
  letter: 'the letters of the instance',
  parameters: 'figures of margin methods',
  request: 'requests for comment',
  word: 'Word files',
};

/** Every command, in the order of the help. */
export const COMMANDS: readonly LazyCommand[] = [
  { words: ['margin'], summary: 'one requirement by one method, with its tree', load: () => import('./commands/margin') },
  { words: ['impact'], summary: 'a baseline against alternatives', load: () => import('./commands/impact') },
  { words: ['classify'], summary: 'the regime of each position and the test that decided', load: () => import('./commands/classify') },
  { words: ['frameworks'], summary: 'the built-in frameworks as data', load: () => import('./commands/frameworks') },
  {
    words: ['parameters', 'check'],
    summary: 'completeness of a parameter pack',
    load: () => import('./commands/parameters-check'),
  },
  {
    words: ['request', 'read'],
    summary: 'questions and facts of a Federal Register document',
    load: () => import('./commands/request-read'),
  },
  { words: ['word', 'read'], summary: 'what a .docx holds, and what was not understood', load: () => import('./commands/word-read') },
  { words: ['word', 'check'], summary: 'validity and hygiene of a .docx', load: () => import('./commands/word-check') },
  { words: ['letter', 'list'], summary: 'the letters of the firm', load: () => import('./commands/letter-list') },
  { words: ['letter', 'export'], summary: 'a letter as a Word file', load: () => import('./commands/letter-export') },
  { words: ['letter', 'import'], summary: 'what came back in a Word file', load: () => import('./commands/letter-import') },
  { words: ['letter', 'verify'], summary: 'whether a Word file is ours and unchanged', load: () => import('./commands/letter-verify') },
  { words: ['backup'], summary: 'the whole instance in one file', load: () => import('./commands/backup') },
  { words: ['restore'], summary: 'an instance from such a file', load: () => import('./commands/restore') },
  { words: ['doctor'], summary: 'what is missing or misconfigured and how to mend it', load: () => import('./commands/doctor') },
];
