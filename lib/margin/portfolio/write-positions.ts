import { csvLine } from './csv-line';
import type { Position } from './position';
import { positionCells } from './position-cells';
import { POSITION_COLUMNS } from './position-columns';

/** The header line of a positions file, with its line end. */
export const POSITIONS_HEADER: string = csvLine(POSITION_COLUMNS.map(({ name }) => name));

/** Positions as the text of a positions file (docs/formats/positions.md); what `readPositions` reads back equal but for the lines. */
export function writePositions(positions: Iterable<Position>): string {
  let text = POSITIONS_HEADER;
  for (const position of positions) text += positionLine(position);
  return text;
}

/** One position as a line of a positions file. */
export function positionLine(position: Position): string {
  return csvLine(
    positionCells(position).map((cell, index) => (cell === null ? '' : neutral(cell, POSITION_COLUMNS[index]?.kind === 'decimal'))),
  );
}

/** A text that a spreadsheet would run as a formula is written with an apostrophe before it; negative numbers stay numbers. */
function neutral(cell: string, isNumber: boolean): string {
  return !isNumber && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
