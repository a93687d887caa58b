import { describe, expect, it } from 'vitest';
import { SECURITIES_HAIRCUT_METHOD } from '@/lib/margin/methods/securities-haircut/securities-haircut-method';
import type { Position } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { cds, nettingSet, type PositionFacts, position } from '@/tests/support/positions';

const CONTEXT = methodContext();
const compute = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  SECURITIES_HAIRCUT_METHOD.compute(nettingSet(...positions), parameters, CONTEXT);
const total = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  compute(positions, parameters).node.amount.toString();

/** 50-59 months: row 48-60; 150 bp: 7 %. Long unit charge 3.5 %. */
const M5 = '2031-03-20';
const RICH = { marketValue: '1000000' };

describe('(P)(1)(iii), first sentence: long and short on the same name', () => {
  it('deducts nothing on equal notionals', () => {
    expect(total([cds('l', 'long', '100', M5, '150', RICH), cds('s', 'short', '100', M5, '150')])).toBe('0');
  });

  it('deducts on the excess short by (i)', () => {
    expect(total([cds('l', 'long', '100', M5, '150', RICH), cds('s', 'short', '160', M5, '150')])).toBe('4.2');
  });

  it('deducts on the excess long by (ii), capped at its share of the market value', () => {
    expect(total([cds('l', 'long', '160', M5, '150', RICH), cds('s', 'short', '100', M5, '150')])).toBe('2.1');
    // 60 of 160 of a market value of 1.6: 0.6
    expect(total([cds('l', 'long', '160', M5, '150', { marketValue: '1.6' }), cds('s', 'short', '100', M5, '150')])).toBe('0.6');
  });

  it('offsets adjacent spread categories; the excess keeps its own column (stated reading)', () => {
    // long at 350 bp (15 %), short at 150 bp (7 %)
    expect(total([cds('l', 'long', '100', M5, '350', RICH), cds('s', 'short', '160', M5, '150')])).toBe('4.2');
    expect(total([cds('l', 'long', '160', M5, '350', RICH), cds('s', 'short', '100', M5, '150')])).toBe('4.5');
  });

  it('does not offset spread categories two apart', () => {
    // 100 × 17.5 % ÷ 2 + 100 × 7 %
    expect(total([cds('l', 'long', '100', M5, '450', RICH), cds('s', 'short', '100', M5, '150')])).toBe('15.75');
  });

  it('offsets adjacent maturity categories within three months of each other, the excess at the higher category', () => {
    // boundary 60 months = 2031-06-30; short row 48-60, long row 60-72 (8.5 %): excess short 60 at 8.5 %
    const pair = [cds('l', 'long', '100', '2031-09-20', '150', RICH), cds('s', 'short', '160', '2031-03-31', '150')];
    expect(total(pair)).toBe('5.1');
  });

  it('puts the excess long of adjacent categories at the higher category too', () => {
    const pair = [cds('l', 'long', '160', '2031-03-31', '150', RICH), cds('s', 'short', '100', '2031-09-20', '150')];
    expect(total(pair)).toBe('2.55');
  });

  it('does not offset adjacent maturity categories where one maturity is further than three months from the other category', () => {
    // long 60-72: 4.25; short 48-60: 7
    const pair = [cds('l', 'long', '100', '2031-10-20', '150', RICH), cds('s', 'short', '100', '2031-03-31', '150')];
    expect(total(pair)).toBe('11.25');
    expect(total(pair, { threeMonths: 'either' })).toBe('0');
  });

  it('does not offset maturity categories two apart', () => {
    expect(total([cds('l', 'long', '100', '2031-09-20', '150', RICH), cds('s', 'short', '100', '2030-06-20', '150')])).toBe('10.25');
  });

  it.each<[string, PositionFacts]>([
    ['another entity', { referenceEntity: 'Birch' }],
    ['other credit events', { creditEvents: 'CR14' }],
    ['another deliverable basket', { deliverableBasket: 'subordinated' }],
  ])('does not offset %s', (_, facts) => {
    expect(total([cds('l', 'long', '100', M5, '150', RICH), cds('s', 'short', '100', M5, '150', facts)])).toBe('10.5');
  });

  it('takes swaps that both leave their terms blank as on the same terms, and says so', () => {
    const blank = { creditEvents: null, deliverableBasket: null };
    const { node } = compute([cds('l', 'long', '100', M5, '150', { ...RICH, ...blank }), cds('s', 'short', '100', M5, '150', blank)]);
    expect(node.amount.toString()).toBe('0');
    expect(node.children[0]?.children[0]?.children[0]?.assumptions.join(' ')).toContain('same standard terms');
  });

  it('does not offset across maturity categories where lifting the excess would cost more than it frees', () => {
    // freeing 1 of long (0.0425) and 1 of short (0.07) would lift 9,999 of short from 7 % to 8.5 %
    const pair = [cds('l', 'long', '1', '2031-09-20', '150', RICH), cds('s', 'short', '10000', '2031-03-31', '150')];
    expect(total(pair)).toBe('700.0425');
  });

  it('gives equal categories precedence over adjacent ones', () => {
    // short 100 meets the long of its own cell; the long at 350 bp stays: 100 × 15 % ÷ 2
    const legs = [
      cds('near', 'long', '100', M5, '350', RICH),
      cds('same', 'long', '100', M5, '150', RICH),
      cds('s', 'short', '100', M5, '150'),
    ];
    expect(total(legs)).toBe('7.5');
  });

  it('reads swaps on one index like swaps on one entity (stated reading)', () => {
    const index: PositionFacts = {
      product: 'cds_index',
      underlier: 'CDX.NA.IG.46',
      referenceEntity: null,
      creditEvents: null,
      deliverableBasket: null,
    };
    const legs = [
      position('l', 'cds_index', {
        ...cds('x', 'long', '100', M5, '60', RICH),
        ...index,
        notional: '100',
        spreadBp: '60',
        marketValue: '1000',
      }),
    ];
    legs.push(
      position('s', 'cds_index', { ...cds('x', 'short', '100', M5, '60'), ...index, notional: '100', spreadBp: '60', marketValue: null }),
    );
    expect(total(legs)).toBe('0');
  });
});

describe('(P)(1)(iii), second sentence: same industry sector, same cell', () => {
  const steel = (id: string, direction: 'long' | 'short', notional: string, entity: string, facts: PositionFacts = {}) =>
    cds(id, direction, notional, M5, '150', { sector: 'Steel', referenceEntity: entity, marketValue: '1000000', ...facts });

  it('halves the short deduction and frees the long of equal notional', () => {
    expect(total([steel('l', 'long', '100', 'A'), steel('s', 'short', '100', 'B')])).toBe('3.5');
  });

  it('adds the long deduction on the excess long', () => {
    expect(total([steel('l', 'long', '160', 'A'), steel('s', 'short', '100', 'B')])).toBe('5.6');
  });

  it('halves the whole short deduction where less is long, as the text stands; the matched part only by a setting', () => {
    const pair = [steel('l', 'long', '60', 'A'), steel('s', 'short', '100', 'B')];
    expect(total(pair)).toBe('3.5');
    expect(total(pair, { sectorShort: 'matched' })).toBe('4.9');
  });

  it.each<[string, PositionFacts]>([
    ['another sector', { sector: 'Banks' }],
    ['no sector', { sector: null }],
    ['another spread category', { spreadBp: '50' }],
    ['another maturity category', { maturity: '2030-03-20' }],
  ])('does not offset %s', (_, facts) => {
    const { contributions, standalone } = compute([steel('l', 'long', '100', 'A'), steel('s', 'short', '100', 'B', facts)]);
    expect([...contributions].map(([id, amount]) => `${id} ${amount}`)).toEqual([...standalone].map(([id, amount]) => `${id} ${amount}`));
  });

  it('takes what the same-name rule left: exact names first', () => {
    // s1 meets l1 of its own name; l2 then meets s2 by sector
    const legs = [
      steel('l1', 'long', '100', 'A'),
      steel('s1', 'short', '100', 'A'),
      steel('l2', 'long', '100', 'B'),
      steel('s2', 'short', '100', 'C'),
    ];
    expect(total(legs)).toBe('3.5');
  });

  it('frees the longs with the highest deductions first', () => {
    // one long is capped at 1: the other (3.5) is freed, the capped one stays
    const legs = [steel('l1', 'long', '100', 'A', { marketValue: '1' }), steel('l2', 'long', '100', 'B'), steel('s', 'short', '100', 'C')];
    expect(total(legs)).toBe('4.5');
  });
});

describe('(P)(1)(iv): long bond and long credit default swap on it', () => {
  const bond = (direction: 'long' | 'short', facts: PositionFacts = {}) =>
    position('bond', 'corporate_bond', {
      direction,
      underlier: 'US0001',
      referenceEntity: 'Acme',
      deliverableBasket: 'senior',
      notional: '100',
      marketValue: direction === 'long' ? '90' : '-90',
      maturity: '2033-01-15',
      ...facts,
    });

  it('deducts half of the bond deduction and nothing on the swap', () => {
    // 5-10 years: 7 % of 90 = 6.3, half 3.15
    expect(total([bond('long'), cds('l', 'long', '100', M5, '150', RICH)])).toBe('3.15');
  });

  it('deducts on the rest of the swap and of the bond as usual', () => {
    // swap 40 × 3.5 % = 1.4 left; bond half: 3.15
    expect(total([bond('long'), cds('l', 'long', '140', M5, '150', RICH)])).toBe('4.55');
    // bond: 60 of 100 covered, value 54: 1.89; rest 36 × 7 % = 2.52
    expect(total([bond('long'), cds('l', 'long', '60', M5, '150', RICH)])).toBe('4.41');
  });

  it('asks that the bond can be delivered: named by the swap, or in its basket', () => {
    const other = bond('long', { deliverableBasket: 'subordinated' });
    expect(total([other, cds('l', 'long', '100', M5, '150', RICH)])).toBe('9.8');
    expect(total([other, cds('l', 'long', '100', M5, '150', { ...RICH, underlier: 'US0001' })])).toBe('3.15');
  });

  it('is not used where it would cost more', () => {
    // the long bond is the free lesser side of its band: 7 % of 900 short = 63; half of its own would be 3.15, the capped swap costs 1
    const short = bond('short', { marketValue: '-900', referenceEntity: 'Birch', underlier: 'US0002' });
    const legs = [bond('long'), { ...short, positionId: 'short' }, cds('l', 'long', '100', M5, '150', { marketValue: '1' })];
    expect(total(legs)).toBe('64');
  });

  it('(P)(1)(v): short bond and short swap carry the bond deduction only', () => {
    expect(total([bond('short'), cds('s', 'short', '100', M5, '150')])).toBe('6.3');
    expect(total([bond('short'), cds('s', 'short', '150', M5, '150')])).toBe('9.8');
  });

  it('(P)(1)(v) takes a bond issued by the entity that the swap references, in whatever basket', () => {
    expect(total([bond('short', { deliverableBasket: null }), cds('s', 'short', '100', M5, '150')])).toBe('6.3');
    expect(total([bond('short', { referenceEntity: 'Birch' }), cds('s', 'short', '100', M5, '150')])).toBe('13.3');
  });

  it('never sets a long bond against a short swap', () => {
    expect(total([bond('long'), cds('s', 'short', '100', M5, '150')])).toBe('13.3');
  });
});

describe('an index against its components', () => {
  it('has no offset rule in (P)(1)', () => {
    const index = position('i', 'cds_index', {
      ...cds('x', 'long', '100', M5, '150'),
      underlier: 'CDX',
      referenceEntity: null,
      notional: '100',
      spreadBp: '150',
      marketValue: '1000',
    });
    expect(total([index, cds('s', 'short', '100', M5, '150')])).toBe('10.5');
  });
});
