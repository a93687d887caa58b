import { describe, expect, it } from 'vitest';
import { planRestore } from '@/lib/services/backup/plan-restore';

const migration = (name: string, checksum = name.repeat(64).slice(0, 64)) => ({ name, sql: '', checksum });
const [a, b, c] = [migration('a'), migration('b'), migration('c')];

describe('a backup comes into a release', () => {
  it.each([
    ['of the same schema', [a, b], [a, b], []],
    ['of an older one, which is brought up to date', [a, b, c], [a], ['b', 'c']],
    ['in the order in which its migrations were applied', [a, b, c], [a, c], ['b']],
  ])('%s', (_, known, had, after) => {
    const plan = planRestore(known, { migrations: had });
    expect(plan.before).toEqual(had);
    expect(plan.after.map(({ name }) => name)).toEqual(after);
  });

  it('not when it is newer than the program', () => {
    expect(() => planRestore([a, b], { migrations: [a, b, c] })).toThrow(/newer than this program.*migration c.*update the program/);
  });

  it('not when a migration has another text', () => {
    expect(() => planRestore([a, b], { migrations: [a, migration('b', 'f'.repeat(64))] })).toThrow(
      /migration b of this program is not the one/,
    );
  });
});
