import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Bench } from '@/bench/benches';
import { readArguments } from '@/bench/read-arguments';

const bench = (summary: string): Bench => ({ summary, load: () => Promise.reject(new Error('not loaded here')) });
const BENCHES = { first: bench('what is first'), second: bench('what is second') };

describe('the arguments of bench', () => {
  it.each([
    { words: ['first'], json: false },
    { words: ['first', '--json'], json: true },
    { words: ['--json', 'first'], json: true },
  ])('takes $words', ({ words, json }) => {
    expect(readArguments(words, BENCHES)).toEqual({ ok: true, value: { bench: BENCHES.first, json } });
  });

  it.each([
    { words: [], says: 'Which bench?' },
    { words: ['third'], says: 'There is no bench "third".' },
    { words: ['toString'], says: 'There is no bench "toString".' },
    { words: ['first', '--xml'], says: 'There is no option --xml.' },
    { words: ['first', 'second'], says: 'One bench at a time' },
  ])('refuses $words and says what there is', ({ words, says }) => {
    const read = readArguments(words, BENCHES);
    expect(read.ok).toBe(false);
    const [text] = read.ok ? [] : read.failures;
    expect(text).toContain(says);
    expect(text).toMatch(/first +what is first\n +second +what is second$/);
  });

  it('ends an unknown name with code 2, the names on standard error and nothing on standard output', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/main.ts', 'nothing', '--json'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/There is no bench "nothing".*\n {2}margin .*\n {2}word /s);
  }, 60_000);
});
