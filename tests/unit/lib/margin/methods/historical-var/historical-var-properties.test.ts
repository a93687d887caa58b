import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { HISTORICAL_VAR_METHOD } from '@/lib/margin/methods/historical-var/historical-var-method';
import { selectTail } from '@/lib/margin/methods/historical-var/select-tail';
import { methodContext } from '@/tests/support/method-context';
import { naiveShortfall, naiveVar, pnlOf } from '@/tests/support/pnl';
import { nettingSet, position } from '@/tests/support/positions';

const CONFIDENCE = fc.constantFrom('0.5', '0.75', '0.9', '0.95', '0.975', '0.99', '0.999');
const loss = fc.integer({ min: -1000, max: 1000 });
const book = fc
  .integer({ min: 3, max: 60 })
  .chain((days) => fc.array(fc.array(loss, { minLength: days, maxLength: days }), { minLength: 1, maxLength: 6 }));
const settings = fc.record({
  measure: fc.constantFrom('value-at-risk', 'expected-shortfall'),
  confidence: CONFIDENCE,
  quantile: fc.constantFrom('kth-largest', 'interpolated'),
  horizonDays: fc.constantFrom('1', '2', '3'),
  returns: fc.constantFrom('overlapping', 'scaled'),
  weighting: fc.constantFrom('equal', 'exponential'),
  decay: fc.constantFrom('0.9', '0.97'),
  stressed: fc.constantFrom('none', 'period'),
  stressedFrom: fc.constant('20240101'),
  stressedTo: fc.constant('20240103'),
  stressedWeight: fc.constantFrom('0.25', '1', '1.5'),
  stressedRule: fc.constantFrom('larger', 'blended', 'added'),
  floor: fc.constantFrom('none', 'share', 'amount'),
  floorShare: fc.constantFrom('0.8', '1.2'),
  floorAmount: fc.constant('700'),
});

const named = (vectors: readonly (readonly number[])[]) => Object.fromEntries(vectors.map((values, i) => [`p${i}`, values]));

function margin(
  vectors: Readonly<Record<string, readonly number[]>>,
  parameters: Record<string, string>,
  scale = 0,
  side: 'collect' | 'post' = 'collect',
) {
  const set = nettingSet(...Object.keys(vectors).map((id) => position(id, 'interest_rate_swap')));
  return HISTORICAL_VAR_METHOD.compute(set, parameters, methodContext({ pnl: pnlOf(vectors, { scale }) }, { side }));
}

describe('historical-var over random books and settings', () => {
  it('has parts that add up to the amount exactly, and an amount that is never negative', () => {
    fc.assert(
      fc.property(book, settings, (vectors, parameters) => {
        const { node, contributions } = margin(named(vectors), parameters, 2);
        expect(node.failures).toEqual([]);
        expect(sumDecimals(contributions.values()).toString()).toBe(node.amount.toString());
        expect(node.amount.gte(0)).toBe(true);
        for (const child of node.children)
          if (child.children.length > 0)
            expect(sumDecimals(child.children.map(({ amount }) => amount)).toString()).toBe(child.amount.toString());
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of positions, in any byte', () => {
    fc.assert(
      fc.property(book, settings, (vectors, parameters) => {
        const entries = Object.entries(named(vectors));
        const forward = margin(Object.fromEntries(entries), parameters);
        const backward = margin(Object.fromEntries(entries.toReversed()), parameters);
        expect(JSON.stringify(backward.node)).toBe(JSON.stringify(forward.node));
      }),
      { numRuns: 100 },
    );
  });

  it('asks on the post side what the other party collects on the reverse positions, and the counterparty view is the post side', () => {
    fc.assert(
      fc.property(book, settings, (vectors, parameters) => {
        const reversed = named(vectors.map((values) => values.map((value) => 0 - value)));
        const collected = margin(reversed, parameters).node.amount.toString();
        expect(margin(named(vectors), parameters, 0, 'post').node.amount.toString()).toBe(collected);
        expect(margin(named(vectors), { ...parameters, view: 'counterparty' }).node.amount.toString()).toBe(collected);
      }),
      { numRuns: 100 },
    );
  });

  it('doubles with every position, but for a floor that is an amount', () => {
    fc.assert(
      fc.property(book, settings, (vectors, parameters) => {
        const given = { ...parameters, floor: parameters.floor === 'amount' ? 'none' : parameters.floor };
        const once = margin(named(vectors), given).node.amount;
        const twice = margin(named(vectors.map((values) => values.map((value) => 2 * value))), given).node.amount;
        // the factors of a tail are rounded at forty digits
        expect(twice.minus(once.times(2)).abs().lte('1e-30')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('asks nothing of a position and its exact hedge, and no more of a book to which such a pair is added', () => {
    fc.assert(
      fc.property(book, settings, fc.array(loss, { minLength: 60, maxLength: 60 }), (vectors, parameters, extra) => {
        const days = vectors[0]!.length;
        const one = extra.slice(0, days);
        const given = { ...parameters, floor: parameters.floor === 'amount' ? 'none' : parameters.floor };
        const hedge = one.map((value) => -value);
        expect(margin({ one, hedge }, given).node.amount.toString()).toBe('0');
        const before = margin(named(vectors), given).node.amount.toString();
        expect(margin({ ...named(vectors), one, hedge }, given).node.amount.toString()).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  it('is the k-th largest of a plain sort, and the plain average of the tail', () => {
    fc.assert(
      fc.property(book, CONFIDENCE, (vectors, confidence) => {
        const days = vectors[0]!.length;
        const losses = Array.from({ length: days }, (_, i) => -vectors.reduce((sum, values) => sum + values[i]!, 0));
        const amount = (measure: string) => margin(named(vectors), { confidence, measure }).node.amount;
        expect(amount('value-at-risk').toString()).toBe(String(Math.max(naiveVar(losses, confidence), 0)));
        const shortfall = Decimal.max(naiveShortfall(losses, confidence), 0);
        expect(amount('expected-shortfall').minus(shortfall).abs().lte('1e-30')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has an expected shortfall that is no more together than apart, and no less than the value at risk', () => {
    fc.assert(
      fc.property(book, settings, (vectors, parameters) => {
        const given = { ...parameters, measure: 'expected-shortfall', stressedRule: 'larger', floor: 'none' };
        const { node, standalone } = margin(named(vectors), given);
        expect(node.amount.lte(sumDecimals(standalone.values()).plus('1e-30'))).toBe(true);
        const quantile = margin(named(vectors), { ...given, measure: 'value-at-risk', quantile: 'kth-largest' }).node.amount;
        expect(quantile.lte(node.amount.plus('1e-30'))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('asks of each position alone what a set of it alone is asked', () => {
    fc.assert(
      fc.property(book, settings, (vectors, parameters) => {
        const { standalone } = margin(named(vectors), parameters, 2);
        vectors.forEach((values, i) => {
          const alone = margin({ [`p${i}`]: values }, parameters, 2).node.amount;
          expect(standalone.get(`p${i}`)?.toString()).toBe(alone.toString());
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('the tail of many scenarios', () => {
  it('is the same by insertion and by sorting: more than 64 of the largest, with ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 200, maxLength: 400 }), (losses) => {
        const window = { ends: Int32Array.from(losses, (_, i) => i), days: 1, weights: null, total: losses.length };
        const groups = selectTail(Float64Array.from(losses), window, {
          confidence: new Decimal('0.5'),
          measure: 'expected-shortfall',
          interpolated: false,
        });
        const order = losses.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value || a.i - b.i);
        const expected = order.slice(0, Math.ceil(losses.length / 2)).map(({ i }) => i);
        expect(groups.flatMap(({ ends }) => ends)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
