import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeGeometry } from '@/components/margin/bridge-geometry';
import { niceTicks } from '@/components/margin/nice-ticks';
import { Decimal } from '@/lib/core/decimal';
import type { BridgeStep } from '@/lib/margin/report/run-report';

const total = (id: string, amount: string): BridgeStep => ({ id, label: id, kind: 'total', amount, explanation: '' });
const change = (id: string, amount: string): BridgeStep => ({ id, label: id, kind: 'change', amount, explanation: '' });

describe('the places of a bridge’s bars', () => {
  it('begin each change where the step before it ended, and each total at zero', () => {
    const { bars, zero } = bridgeGeometry([total('gross', '100'), change('offsets', '-40'), total('after', '60')]);
    expect(zero).toBe(0);
    expect(bars.map(({ id, falls, level, pieces }) => [id, falls, level, pieces[0]?.from, pieces[0]?.to])).toEqual([
      ['gross', false, 100, 0, 100],
      ['offsets', true, 60, 60, 100],
      ['after', false, 60, 0, 60],
    ]);
  });

  it('leave room left of zero where a level falls below it', () => {
    const { zero, bars } = bridgeGeometry([total('a', '10'), change('b', '-20')]);
    expect(zero).toBe(50);
    expect(bars[1]).toMatchObject({ level: 0, pieces: [{ from: 0, to: 100 }] });
  });

  it('split a total by agency where the parts add up to it', () => {
    const composition = {
      baseline: [
        { agency: 'CFTC' as const, amount: '25' },
        { agency: 'SEC' as const, amount: '75' },
      ],
    };
    const [bar] = bridgeGeometry([total('baseline', '100')], composition).bars;
    expect(bar?.pieces).toEqual([
      { from: 0, to: 25, agency: 'CFTC' },
      { from: 25, to: 100, agency: 'SEC' },
    ]);
  });

  it('leave a total whole where the parts do not add up to it', () => {
    const composition = { baseline: [{ agency: 'CFTC' as const, amount: '99.99' }] };
    expect(bridgeGeometry([total('baseline', '100')], composition).bars[0]?.pieces).toEqual([{ from: 0, to: 100, agency: 'none' }]);
  });

  it('lie within the drawing and join each other, whatever the amounts', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => new Decimal(cents).div(100).toFixed());
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (amounts) => {
        const { bars } = bridgeGeometry(amounts.map((value, index) => (index === 0 ? total('0', value) : change(String(index), value))));
        for (const [index, bar] of bars.entries()) {
          for (const piece of bar.pieces) {
            expect(piece.from).toBeGreaterThanOrEqual(0);
            expect(piece.to).toBeLessThanOrEqual(100);
            expect(piece.from).toBeLessThanOrEqual(piece.to);
          }
          const before = bars[index - 1];
          const piece = bar.pieces[0];
          if (before && !piece) expect(bar.level).toBe(before.level);
          if (before && piece) expect(bar.falls ? piece.to : piece.from).toBe(before.level);
        }
      }),
    );
  });
});

describe('ticks', () => {
  it.each([
    ['0', '68.7', ['0', '20', '40', '60', '80']],
    ['0', '0', ['0', '0.2']],
    ['-3', '9', ['-5', '-2.5', '0', '2.5', '5', '7.5', '10']],
    ['0', '123456789.01', ['0', '25000000', '50000000', '75000000', '100000000', '125000000']],
  ])('from %s to %s are round and reach beyond both', (low, high, expected) => {
    expect(niceTicks(new Decimal(low), new Decimal(high)).map((tick) => tick.toFixed())).toEqual(expected);
  });
});
