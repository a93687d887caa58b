import type { FileProblem } from '@/lib/core/file-problem';
import type { Position } from './position';
import { type LeftOutRow, type ReadPositionsOptions, readPositions } from './read-positions';

/** A positions file read to its end. */
export interface PositionsFile {
  readonly positions: readonly Position[];
  readonly problems: readonly FileProblem[];
  readonly leftOut: readonly LeftOutRow[];
}

/** Reads a whole positions file into memory. `positions` must not be used while a problem is of severity error. */
export async function collectPositions(source: AsyncIterable<Uint8Array>, options: ReadPositionsOptions): Promise<PositionsFile> {
  const positions: Position[] = [];
  const problems: FileProblem[] = [];
  const leftOut: LeftOutRow[] = [];
  for await (const batch of readPositions(source, options)) {
    for (const position of batch.positions) positions.push(position);
    for (const problem of batch.problems) problems.push(problem);
    for (const row of batch.leftOut) leftOut.push(row);
  }
  return { positions, problems, leftOut };
}
