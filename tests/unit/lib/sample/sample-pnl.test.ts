import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { contentHash } from '@/lib/core/hash';
import { samplePositions } from '@/lib/sample/positions';
import { samplePnlCsv } from '@/lib/sample/sample-pnl';

const positions = samplePositions();
const text = samplePnlCsv(positions);
const [header = [], ...rows] = text
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));

describe("the sample's history", () => {
  it('has five hundred days in order for each of the 400 positions', () => {
    expect(header.length).toBe(502);
    expect([header[2], header.at(-1)]).toEqual(['2024-07-23', '2026-06-29']);
    expect(header.slice(2)).toEqual([...header.slice(2)].sort());
    expect(rows.map(([id, currency]) => [id, currency])).toEqual(positions.map(({ positionId, currency }) => [positionId, currency]));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([502]));
  });

  it('is the same on every machine', () => {
    expect(contentHash(text)).toBe('346b9545bbe27312e1ec6f74fadcf612bc24a0e6f49e00844c0f4c055114004c');
  });

  it('gives a swap sold and a swap bought on one name, maturity and amount opposite results', () => {
    const [sold, bought] = [0, 1].map((i) => rows[i]?.slice(2).map((amount) => new Decimal(amount)) ?? []);
    expect(positions[0]).toMatchObject({ product: 'cds_single_name', direction: 'short', referenceEntity: positions[1]?.referenceEntity });
    expect(sold?.every((amount, day) => amount.plus(bought?.[day] ?? 0).isZero())).toBe(true);
  });

  it('moves more in the weeks of stress than in the year before them', () => {
    const swap = rows[positions.findIndex(({ product }) => product === 'equity_index_swap')] ?? [];
    const largest = (from: string, to: string) =>
      Decimal.max(
        ...swap
          .slice(2)
          .filter((_, day) => (header[day + 2] ?? '') >= from && (header[day + 2] ?? '') <= to)
          .map((amount) => new Decimal(amount).abs()),
      );
    expect(largest('2025-03-31', '2025-05-09').gt(largest('2024-07-23', '2025-03-30'))).toBe(true);
  });
});
