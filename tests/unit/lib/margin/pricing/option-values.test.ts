import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { americanOption } from '@/lib/margin/pricing/american-option';
import { europeanOption } from '@/lib/margin/pricing/european-option';
import { fixedToDecimal, toFixedPoint } from '@/lib/margin/pricing/fixed';
import { leisenReimer } from '@/lib/margin/pricing/leisen-reimer';
import type { OptionTerms } from '@/lib/margin/pricing/option-terms';

interface Terms {
  readonly kind: 'call' | 'put';
  readonly spot: string;
  readonly strike: string;
  readonly years: string;
  readonly vol: string;
  readonly rate?: string;
  readonly yields?: string;
}

/** Terms over a time in years as terms over 365 days: volatility grows with the root of time, rates with time. */
function overOneYear({ kind, strike, years, vol, rate = '0', yields = '0' }: Terms): Omit<OptionTerms, 'style'> {
  const time = new Decimal(years);
  return {
    kind,
    strike: new Decimal(strike),
    days: 365,
    volatility: new Decimal(vol).times(time.sqrt()),
    interestRate: time.times(rate),
    dividendYield: time.times(yields),
  };
}

const european = (terms: Terms): Decimal => fixedToDecimal(europeanOption(overOneYear(terms))(toFixedPoint(new Decimal(terms.spot))), 30n);
const american = (terms: Terms, steps = 125): Decimal =>
  fixedToDecimal(americanOption(overOneYear(terms), steps)(toFixedPoint(new Decimal(terms.spot))), 30n);

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  kind: fc.constantFrom('call', 'put'),
  spot: fc.integer({ min: 60, max: 160 }).map(String),
  strike: fc.integer({ min: 70, max: 140 }).map(String),
  years: fc.constantFrom('0.02', '0.25', '0.5', '1', '2'),
  vol: fc.constantFrom('0', '0.05', '0.2', '0.4', '0.9'),
  rate: fc.constantFrom('0', '0.01', '0.05', '0.12'),
  yields: fc.constantFrom('0', '0.02', '0.08'),
});

describe('European options by Black, Scholes and Merton', () => {
  // Hull, "Options, Futures, and Other Derivatives" (S 42, K 40); Haug, "The Complete Guide to Option Pricing Formulas" (the others).
  it.each([
    ['Hull', { kind: 'call', spot: '42', strike: '40', years: '0.5', vol: '0.2', rate: '0.1' }, '4.76', 2],
    ['Hull', { kind: 'put', spot: '42', strike: '40', years: '0.5', vol: '0.2', rate: '0.1' }, '0.81', 2],
    ['Haug', { kind: 'call', spot: '60', strike: '65', years: '0.25', vol: '0.3', rate: '0.08' }, '2.1334', 4],
    ['Haug, with a yield', { kind: 'put', spot: '100', strike: '95', years: '0.5', vol: '0.2', rate: '0.1', yields: '0.05' }, '2.4648', 4],
  ] as const)('%s: %o is %s', (_source, terms, expected, places) => {
    expect(european(terms).toFixed(places)).toBe(expected);
  });

  it('put and call differ by the discounted forward (put-call parity)', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        fc.pre(terms.vol !== '0');
        const difference = european({ ...terms, kind: 'call' }).minus(european({ ...terms, kind: 'put' }));
        const discounted = (amount: string, ratio: string | undefined) =>
          new Decimal(amount).times(new Decimal(ratio ?? 0).times(terms.years).neg().exp());
        const forward = discounted(terms.spot, terms.yields).minus(discounted(terms.strike, terms.rate));
        expect(difference.minus(forward).abs().lt('1e-28')).toBe(true);
      }),
    );
  });

  it('rises with volatility, a call with the price, a put against it', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const more = european({ ...terms, vol: new Decimal(terms.vol).plus('0.1').toString() });
        expect(more.gte(european(terms))).toBe(true);
        const higher = european({ ...terms, spot: String(Number(terms.spot) + 1) }).minus(european(terms));
        expect(terms.kind === 'call' ? higher.gte(0) : higher.lte(0)).toBe(true);
        expect(higher.abs().lte(1)).toBe(true);
      }),
    );
  });

  it('without time or volatility is what the forward pays', () => {
    const call = { kind: 'call', spot: '110', strike: '100', years: '1', vol: '0' } as const;
    expect(european(call).toString()).toBe('10');
    expect(european({ ...call, years: '0', vol: '0.3' }).toString()).toBe('10');
    expect(european({ ...call, kind: 'put' }).toString()).toBe('0');
  });
});

/** S 40, r 4.88 %: Geske and Johnson's puts; binomial values of 10,000 steps as published by Ju, Journal of Derivatives, 1999, Exhibit 3. */
const PUBLISHED: readonly (readonly [strike: string, vol: string, values: readonly [string, string, string]])[] = [
  ['35', '0.2', ['0.0062', '0.2004', '0.4328']],
  ['40', '0.2', ['0.8522', '1.5798', '1.9904']],
  ['45', '0.2', ['5.0000', '5.0883', '5.2670']],
  ['35', '0.3', ['0.0774', '0.6975', '1.2198']],
  ['40', '0.3', ['1.3099', '2.4825', '3.1696']],
  ['45', '0.3', ['5.0597', '5.7056', '6.2436']],
  ['35', '0.4', ['0.2466', '1.3460', '2.1549']],
  ['40', '0.4', ['1.7681', '3.3874', '4.3526']],
  ['45', '0.4', ['5.2868', '6.5099', '7.3830']],
];
const CASES = PUBLISHED.flatMap(([strike, vol, values]) =>
  (['0.0833', '0.3333', '0.5833'] as const).map((years, i) => [strike, vol, years, values[i] ?? ''] as const),
);

describe('American options in a binomial lattice', () => {
  it.each(CASES)(
    'a put at %s, volatility %s, %s years is %s, to 10^-4 of it and the half digit of the table',
    (strike, vol, years, value) => {
      const found = american({ kind: 'put', spot: '40', strike, years, vol, rate: '0.0488' });
      expect(found.minus(value).abs().lte(new Decimal(value).times('0.0001').plus('0.00005'))).toBe(true);
    },
  );

  it('comes closer to the table with more steps', () => {
    const worst = (steps: number) =>
      CASES.reduce((most, [strike, vol, years, value]) => {
        const found = american({ kind: 'put', spot: '40', strike, years, vol, rate: '0.0488' }, steps);
        return Decimal.max(most, Decimal.max(found.minus(value).abs().minus('0.00005'), 0).div(value));
      }, new Decimal(0));
    const [few, some, many] = [25, 75, 301].map(worst);
    expect([few?.gt(some ?? 0), some?.gt(many ?? 0), many?.lt('0.00004')]).toEqual([true, true, true]);
  });

  it('is worth no less than the European option and than exercise, and no more than the strike or the underlier', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const value = american(terms, 51);
        const gain = new Decimal(terms.spot).minus(terms.strike).times(terms.kind === 'call' ? 1 : -1);
        expect(value.gte(european(terms)) && value.gte(gain) && value.lte(terms.kind === 'call' ? terms.spot : terms.strike)).toBe(true);
      }),
    );
  });

  it('a call on what yields nothing is the European one', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const call = { ...terms, kind: 'call', yields: '0' } as const;
        expect(american(call).eq(european(call))).toBe(true);
      }),
    );
  });

  it('a call is the put with price and strike, rate and yield changed over', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { spot, strike, rate = '0', yields = '0' } = terms;
        const mirrored = { ...terms, kind: 'put', spot: strike, strike: spot, rate: yields, yields: rate } as const;
        const call = american({ ...terms, kind: 'call' }, 51);
        expect(call.minus(american(mirrored, 51)).abs().lt('1e-9')).toBe(true);
      }),
    );
  });

  it('has a value at every price of the underlier, however far from the strike, up to a volatility of 500 % over its time', () => {
    const far = fc.record({
      kind: fc.constantFrom('call' as const, 'put' as const),
      spot: fc.constantFrom('0.0001', '1', '100', '1000000', '1000000000000'),
      strike: fc.constantFrom('0.01', '100', '250000000'),
      years: fc.constant('1'),
      vol: fc.constantFrom('0.000001', '0.01', '0.5', '5'),
      rate: fc.constantFrom('-0.5', '0', '0.05', '10'),
      yields: fc.constantFrom('0', '0.05', '10'),
    });
    fc.assert(
      fc.property(far, fc.constantFrom(25, 125, 1001), (terms, steps) => {
        const value = american(terms, steps);
        const most = terms.rate === '-0.5' ? new Decimal(terms.strike).times(2) : new Decimal(terms.strike);
        expect(value.gte(european(terms)) && value.lte(terms.kind === 'call' ? terms.spot : most)).toBe(true);
      }),
    );
  });

  it('is fixed to the last digit, as on every machine', () => {
    const put = { kind: 'put', spot: '97.31', strike: '100', years: '0.75', vol: '0.23', rate: '0.041', yields: '0.012' } as const;
    expect(european(put).toString()).toMatchInlineSnapshot(`"7.941608937818765851039271336766"`);
    expect(american(put).toString()).toMatchInlineSnapshot(`"8.2119846652"`);
    expect(american({ ...put, kind: 'call', yields: '0.06' }).toString()).toMatchInlineSnapshot(`"5.8656745368"`);
  });

  it('is what a plain backward induction gives that compares with exercise in every state', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const put = {
          ...terms,
          kind: 'put',
          vol: terms.vol === '0' ? '0.2' : terms.vol,
          rate: terms.rate === '0' ? '0.03' : terms.rate,
        } as const;
        const extrapolated = (51 * plainPut(put, 51) - 25 * plainPut(put, 25)) / 26;
        const gain = Number(put.strike) - Number(put.spot);
        const least = Math.max(gain, Number(european(put)));
        expect(Math.abs(Number(american(put, 51)) - Math.max(extrapolated, least))).toBeLessThan(1e-8);
      }),
    );
  });
});

function plainPut(terms: Terms, steps: number): number {
  const { days, volatility, interestRate, dividendYield } = overOneYear(terms);
  const market = { days, volatility, rate: toFixedPoint(interestRate), yields: toFixedPoint(dividendYield) };
  const { up, down, upDiscounted, downDiscounted } = leisenReimer(market, steps)(
    toFixedPoint(new Decimal(terms.spot)),
    toFixedPoint(new Decimal(terms.strike)),
  );
  const gain = (level: number, i: number) => Number(terms.strike) - Number(terms.spot) * up ** i * down ** (level - i);
  let values = Array.from({ length: steps + 1 }, (_, i) => Math.max(gain(steps, i), 0));
  for (let level = steps - 1; level >= 0; level -= 1) {
    values = Array.from({ length: level + 1 }, (_, i) =>
      Math.max(upDiscounted * (values[i + 1] ?? 0) + downDiscounted * (values[i] ?? 0), gain(level, i)),
    );
  }
  return values[0] ?? 0;
}
