import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SampleDraw } from '@/lib/sample/sample-draw';

const SEED = 20_261_123;
const DAY = 24 * 60 * 60 * 1000;

/** Writes a wide profit and loss file: a row for each position, a column for each of so many days, amounts in cents. */
export async function writeBenchPnl(path: string, ids: readonly string[], days: number): Promise<void> {
  const first = Date.UTC(2022, 0, 3);
  const names = Array.from({ length: days }, (_, i) => new Date(first + i * DAY).toISOString().slice(0, 10));
  const draw = new SampleDraw(SEED);
  function* lines(): Generator<string> {
    yield `position_id,currency,${names.join(',')}\n`;
    for (const id of ids) {
      const cells = Array.from({ length: days }, () => (draw.between(-5_000_000, 5_000_000) / 100).toFixed(2));
      yield `${id},USD,${cells.join(',')}\n`;
    }
  }
  await pipeline(lines, createWriteStream(path));
}
