import { expect, it } from 'vitest';
import { crashRun } from '@/tests/durability/crash-run';

it('nothing that was acknowledged is lost or doubled when the server and PostgreSQL are killed', async () => {
  const result = await crashRun({ seed: 20_261, serverRounds: 3, postgresRounds: 2, editors: 10 });
  expect(result.faults).toEqual([]);
  expect(result).toMatchObject({ rounds: 5, lost: 0, doubled: 0 });
  expect(result.acknowledged).toBeGreaterThan(100);
}, 480_000);
