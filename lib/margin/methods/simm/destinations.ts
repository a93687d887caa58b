import type { CrifLine } from './crif-line';
import type { Slot } from './crif-netting';

/** Where rows with equal key cells go: a sum, nowhere (the schedule), or the reader of every CRIF, which has to say something of each. */
export type Destination = Slot | 'nowhere' | 'reader';

/** Beyond this the sums are handed over, before they lead out of the integers that a number holds exactly. */
const FLUSH_AT = 2 ** 52;

/** Destinations by key, in tables of numbers: a row of a known key touches no object. */
export class Destinations {
  private readonly found: Destination[] = [];
  private slots = new Int32Array(1 << 12);
  private hashes = new Int32Array(1 << 11);
  private places = new Int32Array(1 << 11);
  private keys = new Uint8Array(1 << 17);
  private keysEnd = 0;
  private units = new Float64Array(1 << 11);
  private nanos = new Float64Array(1 << 11);
  private counts = new Int32Array(1 << 11);

  /** The number of the line's destination; -1 where its key is new. */
  find(line: CrifLine): number {
    const { slots, hashes } = this;
    const hash = line.keyHash;
    const mask = slots.length - 1;
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const number = (slots[at] ?? 0) - 1;
      if (number < 0) return -1;
      if (hashes[number] === hash && line.hasKey(this.keys, this.places[number] ?? 0)) return number;
    }
  }

  /** Keeps the line's key with its destination. */
  put(line: CrifLine, destination: Destination): number {
    const number = this.found.length;
    if (number * 2 >= this.slots.length) this.growTable();
    if (number === this.hashes.length) this.growColumns();
    this.found.push(destination);
    this.hashes[number] = line.keyHash;
    const key = line.keyBytes();
    while (this.keysEnd + key.length > this.keys.length) this.keys = grown(this.keys, new Uint8Array(this.keys.length * 2));
    this.keys.set(key, this.keysEnd);
    this.places[number] = this.keysEnd;
    this.keysEnd += key.length;
    this.enter(number);
    return number;
  }

  at(number: number): Destination {
    return this.found[number] ?? 'reader';
  }

  /** Adds a row to the sum of its destination, of which there are so many rows then. */
  count(number: number, units: number, nanos: number): number {
    const unitSum = (this.units[number] ?? 0) + units;
    const nanoSum = (this.nanos[number] ?? 0) + nanos;
    this.units[number] = unitSum;
    this.nanos[number] = nanoSum;
    if (unitSum > FLUSH_AT || unitSum < -FLUSH_AT || nanoSum > FLUSH_AT || nanoSum < -FLUSH_AT) this.handOver(number);
    const rows = (this.counts[number] ?? 0) + 1;
    this.counts[number] = rows;
    return rows;
  }

  /** Hands all sums and counts to their slots. */
  settle(): void {
    this.found.forEach((destination, number) => {
      this.handOver(number);
      if (typeof destination !== 'string') destination.item.rows.count += this.counts[number] ?? 0;
      this.counts[number] = 0;
    });
  }

  private handOver(number: number): void {
    const destination = this.found[number];
    if (destination !== undefined && typeof destination !== 'string' && destination.type !== 'refused')
      destination.sum.count(this.units[number] ?? 0, this.nanos[number] ?? 0);
    this.units[number] = 0;
    this.nanos[number] = 0;
  }

  private enter(number: number): void {
    const { slots } = this;
    const hash = this.hashes[number] ?? 0;
    const mask = slots.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = number + 1;
  }

  private growTable(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let number = 0; number < this.found.length; number += 1) this.enter(number);
  }

  private growColumns(): void {
    const length = this.hashes.length * 2;
    this.hashes = grown(this.hashes, new Int32Array(length));
    this.places = grown(this.places, new Int32Array(length));
    this.counts = grown(this.counts, new Int32Array(length));
    this.units = grown(this.units, new Float64Array(length));
    this.nanos = grown(this.nanos, new Float64Array(length));
  }
}

function grown<T extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, into: T): T {
  into.set(from);
  return into;
}
