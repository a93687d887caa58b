import { addMonths } from '../calendar';
import { categoryStart } from './cds-grid';
import { byUnitDeduction, type CdsLine } from './cds-line';

/** Which of two swaps in adjacent maturity categories has to mature within three months of the other's category. */
export type ThreeMonths = 'both' | 'either';

/** A cell of the table, as steps away from another. */
export interface CellStep {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

interface Queue {
  readonly lines: readonly CdsLine[];
  head: number;
}

/**
 * The short swaps of one name by cell, each cell in the order in which offsets are given, so that the next one for a long swap is found without
 * looking at all: used-up ones at the head of a cell are passed over once.
 */
export class ShortQueues {
  readonly #queues = new Map<string, Queue>();
  readonly #asOf: string;
  readonly #threeMonths: ThreeMonths;

  constructor(shorts: readonly CdsLine[], asOf: string, threeMonths: ThreeMonths) {
    this.#asOf = asOf;
    this.#threeMonths = threeMonths;
    const cells = new Map<string, CdsLine[]>();
    const add = (key: string, line: CdsLine) => {
      const cell = cells.get(key);
      if (cell) cell.push(line);
      else cells.set(key, [line]);
    };
    for (const line of [...shorts].sort(byUnitDeduction)) {
      add(`${line.row} ${line.column} all`, line);
      for (const rows of [-1, 1] as const) if (this.#isNear(line, rows)) add(`${line.row} ${line.column} near ${rows}`, line);
    }
    for (const [key, lines] of cells) this.#queues.set(key, { lines, head: 0 });
  }

  /** The first short swap with something open, in any of the cells that lie these steps from the long swap's; null where there is none. */
  next(long: CdsLine, steps: readonly CellStep[]): CdsLine | null {
    let best: CdsLine | null = null;
    for (const step of steps) {
      const first = this.#first(this.#key(long, step));
      if (first !== null && (best === null || byUnitDeduction(first, best) < 0)) best = first;
    }
    return best;
  }

  #key(long: CdsLine, { rows, columns }: CellStep): string {
    const cell = `${long.row + rows} ${long.column + columns}`;
    if (rows === 0) return `${cell} all`;
    const longIsNear = this.#isNear(long, rows);
    if (this.#threeMonths === 'either') return longIsNear ? `${cell} all` : `${cell} near ${-rows}`;
    return longIsNear ? `${cell} near ${-rows}` : 'none';
  }

  #first(key: string): CdsLine | null {
    const queue = this.#queues.get(key);
    if (!queue) return null;
    while (queue.lines[queue.head]?.open.isZero()) queue.head += 1;
    return queue.lines[queue.head] ?? null;
  }

  /** "A maturity date within three months of the other maturity category", the other being one row up or down. */
  #isNear(line: CdsLine, rows: -1 | 1): boolean {
    const boundary = addMonths(this.#asOf, categoryStart(rows === 1 ? line.row + 1 : line.row));
    return rows === 1 ? addMonths(line.maturity, 3) >= boundary : line.maturity <= addMonths(boundary, 3);
  }
}
