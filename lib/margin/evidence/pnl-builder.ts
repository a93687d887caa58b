import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { largestSize } from './loss-vector';
import type { PnlRow, PnlVectors } from './pnl-vectors';

/** A position's vector while it is read: whole numbers of 10^-scale units; NaN where there is no amount yet. */
export class VectorBuilder {
  scale = 0;
  /** False once something is wrong with it; it is then read on, for its problems, and not used. */
  usable = true;
  private values: Float64Array;
  /** Amounts that were set. */
  count = 0;

  constructor(
    readonly id: string,
    readonly currency: string,
    readonly line: number,
    capacity: number,
  ) {
    this.values = new Float64Array(capacity).fill(Number.NaN);
  }

  has(index: number): boolean {
    return index < this.values.length && !Number.isNaN(this.values[index] as number);
  }

  /** Sets an amount; false where it is too large beside amounts with more decimal places. */
  set(index: number, units: number, places: number): boolean {
    if (index >= this.values.length) this.grow(index + 1);
    if (places > this.scale && !this.rescale(places)) return false;
    const value = places === this.scale ? units : units * 10 ** (this.scale - places);
    if (!Number.isSafeInteger(value)) return false;
    this.values[index] = value;
    this.count += 1;
    return true;
  }

  /** Brings all amounts to so many places; false, and nothing changed, where one would be too large. */
  rescale(scale: number): boolean {
    const factor = 10 ** (scale - this.scale);
    if (factor === 1) return true;
    const { values } = this;
    const most = Math.floor(Number.MAX_SAFE_INTEGER / factor);
    for (const value of values) if (value > most || value < -most) return false;
    for (let i = 0; i < values.length; i += 1) values[i] = (values[i] as number) * factor;
    this.scale = scale;
    return true;
  }

  /** The vector of so many scenarios, each at its place in `order`. */
  row(order: Int32Array | null, scenarios: number): PnlRow {
    if (order === null && this.values.length === scenarios) return { currency: this.currency, values: this.values };
    const values = new Float64Array(scenarios);
    for (let i = 0; i < scenarios; i += 1) values[i] = this.values[order === null ? i : (order[i] as number)] as number;
    return { currency: this.currency, values };
  }

  private grow(length: number): void {
    const values = new Float64Array(Math.max(length, this.values.length * 2)).fill(Number.NaN);
    values.set(this.values);
    this.values = values;
  }
}

/**
 * SHA-256 of vectors: what they are measured in, then each position in order of id with its values in order of scenario names. Neither the order of rows
 * nor that of columns changes it, nor how a decimal is written (1.50 is 1.5). Values are hashed as whole numbers of four bytes where a position's all fit, else as doubles; least byte first.
 */
export function pnlHash({ scenarios, dated, scale, rows }: Omit<PnlVectors, 'contentHash'>): string {
  const order = scenarios.map((name, i) => ({ name, i })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sorted = order.every(({ i }, at) => i === at);
  const hash = sha256.create();
  hash.update(utf8ToBytes(`${JSON.stringify({ dated, scale, scenarios: order.map(({ name }) => name) })}\n`));
  for (const id of [...rows.keys()].sort()) {
    const row = rows.get(id);
    if (row === undefined) continue;
    const values = sorted ? row.values : Float64Array.from(order, ({ i }) => row.values[i] as number);
    const bytes = largestSize(values) < 2 ** 31 ? Int32Array.from(values) : values;
    hash.update(utf8ToBytes(`${JSON.stringify([id, row.currency, bytes.BYTES_PER_ELEMENT])}\n`));
    hash.update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  return bytesToHex(hash.digest());
}
