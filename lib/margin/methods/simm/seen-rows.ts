/** So many rows are remembered, in a quarter of a gigabyte; later ones are not compared with each other. */
const MOST_SEEN = 2 ** 24;

/** Hashes of rows, two of 32 bits each, in an open table: 12 to 24 bytes a row, and no object for any. */
export class SeenRows {
  private table = new Int32Array(2 << 16);
  private size = 0;

  /** True where no more rows are remembered. */
  get isFull(): boolean {
    return this.size >= MOST_SEEN;
  }

  /** True where the row was seen before. Two different rows have one chance in 2⁶⁴ to be taken for one. */
  see(first: number, second: number): boolean {
    if (this.isFull) return false;
    // two numbers a row, and at most two thirds of the places taken
    if (this.size * 3 > this.table.length) this.grow();
    return this.put(first | 0, second | 0 || 1);
  }

  private put(first: number, second: number): boolean {
    const { table } = this;
    const mask = table.length / 2 - 1;
    for (let at = (first ^ (first >>> 15)) & mask; ; at = (at + 1) & mask) {
      const there = table[2 * at + 1];
      if (there === 0) {
        table[2 * at] = first;
        table[2 * at + 1] = second;
        this.size += 1;
        return false;
      }
      if (there === second && table[2 * at] === first) return true;
    }
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    this.size = 0;
    for (let i = 0; i < old.length; i += 2) {
      const second = old[i + 1] ?? 0;
      if (second !== 0) this.put(old[i] ?? 0, second);
    }
  }
}
