import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Evidence } from '@/lib/margin/evidence/evidence';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { MethodContext, MethodResult } from '@/lib/margin/methods/method';
import { SIMM_METHOD } from '@/lib/margin/methods/simm/simm-method';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { methodContext } from '../../../../../support/method-context';
import { nettingSet, position } from '../../../../../support/positions';
import { simmOf } from '../../../../../support/simm-cases';
import { anyCrifRow, crifRow, equityRow } from '../../../../../support/simm-rows';
import { syntheticPack } from '../../../../../support/synthetic-simm-pack';

const PACK = syntheticPack();

interface Run {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly evidence?: Partial<Evidence>;
  readonly context?: Partial<Omit<MethodContext, 'evidence'>>;
  readonly underAgreement?: boolean;
}

/** The method on positions of which each has its rows. */
function margin(
  rows: Readonly<Record<string, readonly CrifRow[]>>,
  { parameters = {}, evidence, context, underAgreement = true }: Run = {},
): MethodResult {
  const positions = Object.keys(rows).map((id) => position(id, 'other_swap'));
  const given = { simmPack: PACK, sensitivities: new Map(Object.entries(rows)), ...evidence };
  return SIMM_METHOD.compute({ ...nettingSet(...positions), underAgreement }, parameters, methodContext(given, context));
}

const amounts = (of: ReadonlyMap<string, Decimal>) => Object.fromEntries([...of].map(([id, amount]) => [id, amount.toString()]));

function byTrade(rows: readonly CrifRow[]): Record<string, CrifRow[]> {
  const found: Record<string, CrifRow[]> = {};
  for (const row of rows) {
    const id = row.tradeId ?? '';
    found[id] = [...(found[id] ?? []), row];
  }
  return found;
}

describe('SIMM of a netting set (weights 2, correlations 0.5, thresholds 100 million)', () => {
  it('nets its positions and attributes by their part of the net', () => {
    const { node, contributions, standalone } = margin({ a: [crifRow()], b: [crifRow({ amountUsd: '3000' })] });
    expect(node.amount.toString()).toBe('8000');
    expect(amounts(contributions)).toEqual({ a: '2000', b: '6000' });
    expect(amounts(standalone)).toEqual({ a: '2000', b: '6000' });
  });

  it('asked for amounts only, gives the same amount, contributions and failures without a tree', () => {
    const rows = { a: [crifRow({ amountUsd: '3000' })], hedge: [crifRow({ amountUsd: '-1000' })], none: [] };
    const whole = margin(rows);
    const short = margin(rows, { context: { totalOnly: true } });
    expect(short.node.amount.eq(whole.node.amount)).toBe(true);
    expect(amounts(short.contributions)).toEqual(amounts(whole.contributions));
    expect(failuresOf(short.node)).toEqual(failuresOf(whole.node));
    expect([whole.node.children.length > 0, short.node.children]).toEqual([true, []]);
  });

  it('gives a hedge a negative part, and its margin alone beside it', () => {
    const { node, contributions, standalone } = margin({ a: [crifRow({ amountUsd: '3000' })], hedge: [crifRow({ amountUsd: '-1000' })] });
    expect(node.amount.toString()).toBe('4000');
    expect(amounts(contributions)).toEqual({ a: '6000', hedge: '-2000' });
    expect(amounts(standalone)).toEqual({ a: '6000', hedge: '2000' });
  });

  it('holds concentration factors: WS (WS + ρ f WS′) ÷ K with CR 2 and 1', () => {
    const { node, contributions } = margin({
      large: [equityRow({ amountUsd: '400000000' })],
      small: [equityRow({ qualifier: 'ISIN:2', amountUsd: '50000000' })],
    });
    // WS = 2 × 400 million × 2 and 2 × 50 million; f = 1/2, ρ = 0.5: K² = 1600² + 100² + 2 × 0.25 × 1600 × 100 (in millions²)
    const k = new Decimal(1600).pow(2).plus(10_000).plus(80_000).sqrt();
    expect(node.amount.minus(k.times(1_000_000)).abs().lt('1e-20')).toBe(true);
    const large = new Decimal(1600)
      .times(1600 + 25)
      .div(k)
      .times(1_000_000);
    expect(contributions.get('large')?.minus(large).abs().lt('1e-9')).toBe(true);
  });

  it('gives a fixed add-on and the percent of a notional to their positions, and a multiplier in proportion', () => {
    const parameter = (riskType: string, qualifier: string, amountUsd: string) =>
      crifRow({ productClass: '', riskType, qualifier, bucket: '', label1: '', label2: '', amountUsd });
    const { node, contributions } = margin({
      a: [crifRow(), parameter('Param_AddOnFixedAmount', '', '100')],
      b: [crifRow({ amountUsd: '3000' }), parameter('Notional', 'Alpha', '-400')],
      c: [parameter('Param_AddOnNotionalFactor', 'Alpha', '25'), parameter('Param_ProductClassMultiplier', 'RatesFX', '1.5')],
    });
    expect(node.amount.toString()).toBe('12200');
    expect(amounts(contributions)).toEqual({ a: '3100', b: '9100', c: '0' });
  });

  it('adds positions up where nothing nets them', () => {
    const { node, contributions } = margin({ a: [crifRow()], hedge: [crifRow({ amountUsd: '-1000' })] }, { underAgreement: false });
    expect(node.amount.toString()).toBe('4000');
    expect(amounts(contributions)).toEqual({ a: '2000', hedge: '2000' });
    expect(new Set(node.children.map(({ path }) => path)).size).toBe(2);
  });

  it('takes rates from the run’s FX file, whatever its base, and turns the whole tree', () => {
    const rates = {
      base: 'CHF',
      rates: new Map([
        ['USD', new Decimal('0.8')],
        ['EUR', new Decimal('1')],
      ]),
    };
    const rows = { a: [crifRow({ amountUsd: null, amount: '800', amountCurrency: 'EUR' })] };
    // 1 EUR = 1 CHF = 1.25 USD; 2 × 1,000 dollars
    expect(margin(rows, { evidence: { rates } }).node.amount.toString()).toBe('2000');
    const { node, contributions } = margin(rows, { evidence: { rates }, context: { currency: 'EUR' } });
    expect(node.amount.toString()).toBe('1600');
    expect(node.children[0]?.amount.toString()).toBe('1600');
    expect(amounts(contributions)).toEqual({ a: '1600' });
  });

  it('counts the rows of the regulation that its setting names', () => {
    const rows = {
      a: [crifRow({ collectRegulations: ['CFTC'] })],
      b: [crifRow({ amountUsd: '5000', collectRegulations: ['SEC', 'SEC-unseg'] })],
    };
    const of = (regulation: string) => margin(rows, { parameters: { regulation } });
    expect(of('all').node.amount.toString()).toBe('12000');
    expect(of('worst').node.amount.toString()).toBe('10000');
    expect(of('CFTC').node.amount.toString()).toBe('2000');
    expect(of('unsegregated').node.amount.toString()).toBe('10000');
    expect(amounts(of('CFTC').contributions)).toEqual({ a: '2000', b: '0' });
  });

  it('has no cross terms at a correlation scale of 0, and half of them at one half', () => {
    const rows = {
      a: [equityRow({ amountUsd: '3000' })],
      b: [equityRow({ qualifier: 'ISIN:2', amountUsd: '4000' })],
      c: [crifRow({ amountUsd: '0' })],
    };
    const at = (correlationScale: string) => margin(rows, { parameters: { correlationScale } });
    // √(6000² + 8000²), and with ρ = 0.25 instead of 0.5 twice 0.25 × 6000 × 8000 more
    expect(at('0').node.amount.toString()).toBe('10000');
    expect(at('0.5').node.amount.toString()).toBe(new Decimal(124_000_000).sqrt().toString());
    expect(at('1').node.amount.toString()).toBe(new Decimal(148_000_000).sqrt().toString());
    expect(at('0').node.assumptions.join()).toContain('multiplied by 0');
  });
});

describe('what SIMM of a netting set cannot compute', () => {
  it('without a pack: every position is named, and nothing is added', () => {
    const { node, contributions } = margin({ a: [crifRow()], b: [crifRow()] }, { evidence: { simmPack: null } });
    expect(node.failures).toMatchObject([{ reason: 'MISSING_DATA', positionIds: ['a', 'b'] }]);
    expect(contributions.size).toBe(0);
  });

  it('names a position without sensitivities and computes the rest', () => {
    const { node, contributions } = margin({ a: [crifRow()], b: [], c: [crifRow({ imModel: 'Schedule', riskType: 'PV' })] });
    expect(node.amount.toString()).toBe('2000');
    expect(node.failures).toMatchObject([{ reason: 'MISSING_DATA', positionIds: ['b', 'c'] }]);
    expect([...contributions.keys()]).toEqual(['a']);
  });

  it.each([true, false])('names positions whose rows are refused, by their own ids (netted: %s)', (underAgreement) => {
    const rows = {
      a: [crifRow()],
      bad: [crifRow({ label1: '7y', rowId: 'x' })],
      mixed: [crifRow(), crifRow({ amountUsd: null, amount: '5', amountCurrency: 'CHF' })],
    };
    const { node, contributions } = margin(rows, { underAgreement });
    expect(node.amount.toString()).toBe('4000');
    expect(failuresOf(node).map(({ reason, positionIds }) => ({ reason, positionIds }))).toEqual(
      expect.arrayContaining([
        { reason: 'INVALID', positionIds: ['bad'] },
        { reason: 'NO_RATE', positionIds: ['mixed'] },
      ]),
    );
    expect(amounts(contributions)).toEqual({ a: '2000', mixed: '2000' });
  });

  it('into a currency without a rate', () => {
    const { node } = margin({ a: [crifRow()] }, { context: { currency: 'EUR' } });
    expect(node.failures).toMatchObject([{ reason: 'NO_RATE', positionIds: ['a'] }]);
  });
});

describe('properties of SIMM of a netting set', () => {
  const portfolio = fc.array(anyCrifRow({ anyVega: true }), { minLength: 1, maxLength: 25 });

  it('is the margin of all rows together, and contributions add up to it exactly', () => {
    fc.assert(
      fc.property(
        portfolio,
        fc.constantFrom('10d', '1d'),
        fc.constantFrom<'collect' | 'post'>('collect', 'post'),
        (rows, horizon, side) => {
          const { node, contributions } = margin(byTrade(rows), { parameters: { horizon }, context: { side } });
          expect(node.amount.toString()).toBe(simmOf(rows, PACK, { horizon: horizon as '10d', side }).total.toString());
          expect(sumDecimals(contributions.values()).toString()).toBe(node.amount.toString());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives each position the margin of its rows alone as standalone', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const trades = byTrade(rows);
        for (const [id, alone] of margin(trades).standalone) expect(alone.toString()).toBe(simmOf(trades[id]!, PACK).total.toString());
      }),
      { numRuns: 20 },
    );
  });

  it('asks nothing for a portfolio with its exact hedge', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const hedge = rows.map((row) => ({
          ...row,
          tradeId: `hedge of ${row.tradeId}`,
          amountUsd: new Decimal(row.amountUsd ?? 0).neg().toString(),
        }));
        const { node, contributions } = margin(byTrade([...rows, ...hedge]));
        expect(node.amount.toString()).toBe('0');
        expect(sumDecimals(contributions.values()).toString()).toBe('0');
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of positions', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const trades = byTrade(rows);
        const turned = Object.fromEntries(Object.entries(trades).reverse());
        expect(amounts(margin(turned).contributions)).toEqual(amounts(margin(trades).contributions));
      }),
      { numRuns: 20 },
    );
  });
});
