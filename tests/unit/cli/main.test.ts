import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '@/cli/commands';
import { buildProgram } from '@/cli/main';

function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/marginalia.js', ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('marginalia', { timeout: 60_000 }, () => {
  it('lists every command in its help', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const { words } of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${words[0]} `, 'm'));
  });

  it('says in one line that there is no such command', () => {
    expect(run('mragin')).toEqual({ status: 2, stdout: '', stderr: "error: unknown command 'mragin' (Did you mean margin?)\n" });
    expect(run('letter', 'lst')).toEqual({ status: 2, stdout: '', stderr: "error: unknown command 'lst' (Did you mean list?)\n" });
  });

  it('says in one line that there is no such option', () => {
    expect(run('doctor', '--jsn')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: unknown option '--jsn'[^\n]*\n$/),
    });
  });

  it.each(COMMANDS.map(({ words }) => ({ words, name: words.join(' ') })))('has `$name`, which can print JSON', async ({ words }) => {
    let command = await buildProgram(words);
    for (const word of words) command = command.commands.find((child) => child.name() === word) ?? command;
    expect(command.name()).toBe(words.at(-1));
    expect(command.description()).not.toBe('');
    expect([command, ...command.commands].flatMap((each) => each.options.map((option) => option.long))).toContain('--json');
  });
});
