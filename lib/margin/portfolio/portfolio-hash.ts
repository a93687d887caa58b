import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Position } from './position';
import { positionCells } from './position-cells';
import { FIRST_COLUMNS, POSITION_COLUMNS } from './position-columns';

/**
 * SHA-256 of the positions: the names of the first columns, then each position as a JSON array of its texts, and of [name, text] for each later column
 * that it has, on a line of its own, in code-unit order of these lines (the identifier stands first). Neither the order of rows nor the source line changes it, nor how a decimal is written (1.50 is 1.5).
 */
export function portfolioHash(positions: Iterable<Position>): string {
  const lines: string[] = [];
  for (const position of positions) lines.push(positionHashLine(position));
  return hashLines(lines);
}

/** The same hash from the lines of `positionHashLine`, for a reader that does not keep the positions. Sorts `lines` in place. */
export function hashLines(lines: string[]): string {
  lines.sort();
  const hash = sha256.create();
  hash.update(utf8ToBytes(`${JSON.stringify(POSITION_COLUMNS.slice(0, FIRST_COLUMNS).map(({ name }) => name))}\n`));
  for (const line of lines) hash.update(utf8ToBytes(`${line}\n`));
  return bytesToHex(hash.digest());
}

/** A position's line in the portfolio's hash. */
export function positionHashLine(position: Position): string {
  const cells = positionCells(position);
  const further = POSITION_COLUMNS.flatMap(({ name }, index) => {
    const cell = index < FIRST_COLUMNS ? null : (cells[index] ?? null);
    return cell === null ? [] : [[name, cell]];
  });
  return JSON.stringify([...cells.slice(0, FIRST_COLUMNS), ...further]);
}
