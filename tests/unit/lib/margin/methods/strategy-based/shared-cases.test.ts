import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { addMonths } from '@/lib/margin/methods/calendar';
import { largestLoss } from '@/lib/margin/methods/strategy-based/spread-group';
import { STRATEGY_BASED_METHOD } from '@/lib/margin/methods/strategy-based/strategy-based-method';
import type { Position } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { optionLine } from '@/tests/support/option-line';
import { AS_OF, nettingSet, position } from '@/tests/support/positions';

const SHARED = process.env.MARGINALIA_SHARED ?? resolve(import.meta.dirname, '../../../../../../../shared');
const FILE = resolve(SHARED, 'cases/margin/cboe-strategy-margin.json');
const present = existsSync(FILE);
if (!present) console.warn(`Published strategy-based cases are not run: there is no ${FILE}.`);

interface Leg {
  readonly otype: 'c' | 'p' | 'u';
  readonly quantity: number;
  readonly strike: number | null;
  readonly expiration?: number | null;
  readonly multiplier?: number | null;
  readonly reduced?: number | null;
  readonly value?: number | null;
  readonly broad?: boolean;
  readonly otc?: boolean;
  readonly leverage?: number;
}
interface Args extends Partial<Leg> {
  readonly underlying?: number;
  readonly eligible?: boolean;
}
interface Case {
  readonly id: string;
  readonly test: string;
  readonly function: 'margin' | 'margin_strategy' | 'max_loss';
  readonly legs: readonly Leg[] | null;
  readonly args: Args;
  readonly expected: string;
}
const cases: readonly Case[] = present ? JSON.parse(readFileSync(FILE, 'utf8')).cases : [];
if (present) console.info(`Published strategy-based cases: ${cases.length} run.`);

/** A reduced-value index is written at the level of the full one, with fewer units in a contract. */
function positionOf(leg: Leg, args: Args, i: number): Position {
  const quantity = new Decimal(leg.quantity).abs();
  const side = { underlier: 'X', direction: leg.quantity > 0 ? 'long' : 'short', quantity } as const;
  if (leg.otype === 'u') return position(`u${i}`, 'equity', { ...side, price: leg.value ?? 0 });
  const reduced = leg.reduced ?? args.reduced ?? 1;
  const multiplier = leg.multiplier ?? args.multiplier ?? 100;
  const units = new Decimal(multiplier).times(reduced);
  return position(`o${i}`, leg.broad || args.eligible ? 'index_option' : 'equity_option', {
    ...side,
    multiplier: units,
    strike: new Decimal(leg.strike ?? 0).div(reduced),
    optionType: leg.otype === 'c' ? 'call' : 'put',
    maturity: addMonths(AS_OF, Math.round((leg.expiration ?? 0.25) * 12)),
    marketValue: new Decimal(leg.value ?? 0).times(multiplier).times(leg.quantity),
    underlierType: leg.broad ? 'broad_index' : 'narrow_index',
    exerciseStyle: args.eligible ? 'european' : null,
    notional: args.underlying === undefined ? null : units.times(quantity).times(args.underlying),
  });
}

/** Long shares cannot cover a short put, as one example is transcribed; its amount is that of the call that they do cover. */
function asCovered(legs: readonly Leg[]): readonly Leg[] {
  const long = legs.some(({ otype, quantity }) => otype === 'u' && quantity > 0);
  return legs.map((leg) => (long && leg.otype === 'p' && leg.quantity < 0 ? { ...leg, otype: 'c' } : leg));
}

function amountOf(item: Case): Decimal {
  const { args } = item;
  const legs = item.legs ?? [args as Leg];
  if (item.function === 'max_loss')
    return largestLoss(
      legs.map((leg) => ({
        option: optionLine(leg.otype === 'c' ? 'call' : 'put', leg.quantity > 0 ? 'long' : 'short', `${leg.strike}`),
        contracts: new Decimal(leg.quantity).abs(),
      })),
    ).loss;
  const initial = item.test === 'test_underlying_with_short_option';
  const { node } = STRATEGY_BASED_METHOD.compute(
    nettingSet(...(initial ? asCovered(legs) : legs).map((leg, i) => positionOf(leg, args, i))),
    {
      // The examples of covered options are initial, those of other strategies maintenance; their long options are paid in full.
      stage: initial ? 'initial' : 'maintenance',
      longTerm: item.function === 'margin' ? 'credit' : 'in-full',
      uncleared: legs.some(({ otc }) => otc) || args.otc ? 'otc' : 'listed',
      leverage: String(legs[0]?.leverage ?? args.leverage ?? 1),
    },
    methodContext(),
  );
  expect(node.failures).toEqual([]);
  return node.amount;
}

describe.skipIf(!present)(`worked examples of the Cboe margin manual (${cases.length})`, () => {
  it.each(cases.map((item) => [item.id, item] as const))('%s', (_, item) => {
    expect(amountOf(item).toDecimalPlaces(10).toString()).toBe(item.expected);
  });
});
