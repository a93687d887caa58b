import { createReadStream } from 'node:fs';
import { readPositions } from '@/lib/margin/portfolio/read-positions';
import { AS_OF, CURRENCY } from '../inputs/positions';

/** Reads a positions file piece by piece, as an import does, and keeps nothing. Throws unless it has so many positions and no problem. */
export async function readFileOf(path: string, rows: number): Promise<void> {
  let positions = 0;
  let problems = 0;
  for await (const batch of readPositions(createReadStream(path), { calculationCurrency: CURRENCY, asOf: AS_OF })) {
    positions += batch.positions.length;
    problems += batch.problems.length;
  }
  if (positions !== rows || problems > 0)
    throw new Error(`${path} was read as ${positions} positions with ${problems} problems, not ${rows}.`);
}
