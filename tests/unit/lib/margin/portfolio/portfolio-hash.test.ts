import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import { anyPositions } from '@/tests/support/any-position';
import { position } from '@/tests/support/positions-csv';

describe('the hash of a portfolio', () => {
  it('does not change with the order of rows or their lines', () => {
    fc.assert(
      fc.property(anyPositions, fc.infiniteStream(fc.nat()), (positions, order) => {
        const shuffled = positions
          .map((one, index) => ({ one: { ...one, line: index + 2 }, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(portfolioHash(shuffled)).toBe(portfolioHash(positions));
      }),
    );
  });

  it('does not change with the way in which a decimal is written', () => {
    expect(portfolioHash([position({ notional: new Decimal('1.50') })])).toBe(portfolioHash([position({ notional: new Decimal('01.5') })]));
  });

  it.each([
    ['an amount', { notional: new Decimal('1.51') }],
    ['a text moved to another field', { notional: new Decimal('1.5'), sector: 'x' }],
    ['the identifier', { notional: new Decimal('1.5'), positionId: 'P2' }],
  ])('changes with %s', (_name, changes) => {
    expect(portfolioHash([position(changes)])).not.toBe(portfolioHash([position({ notional: new Decimal('1.5') })]));
  });

  it.each([
    ['a later fact', { productGroup: 'G' }],
    ['a later fact moved to another column', { marketGroup: 'G' }],
    ['another value of it', { productGroup: 'H' }],
    ['a later choice', { underlierClass: 'narrow_index' as const }],
  ])('changes with %s, each in its own way', (_name, facts) => {
    const hashes = [
      {},
      { productGroup: 'G' },
      { marketGroup: 'G' },
      { productGroup: 'H' },
      { underlierClass: 'narrow_index' as const },
    ].map((one) => portfolioHash([position({ notional: new Decimal('1.5'), ...one })]));
    expect(hashes.filter((hash) => hash === portfolioHash([position({ notional: new Decimal('1.5'), ...facts })]))).toHaveLength(1);
  });

  it('is fixed: a stored portfolio keeps its hash in later versions', () => {
    expect(portfolioHash([position({ notional: new Decimal('1.5') })])).toMatchInlineSnapshot(
      `"4e8ce324d6390a94d50bb84d4f5f51fb917552c75ea0858ff487eed87b0ae5b5"`,
    );
  });
});
