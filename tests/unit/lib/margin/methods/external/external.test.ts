import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import type { ExternalRequirement } from '@/lib/margin/evidence/external-requirement';
import { EXTERNAL_METHOD } from '@/lib/margin/methods/external/external-method';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { methodContext } from '@/tests/support/method-context';
import { classified, nettingSet, position } from '@/tests/support/positions';

const entry = (amount: string, facts: Partial<ExternalRequirement> = {}): ExternalRequirement => ({
  counterparty: null,
  nettingAgreement: null,
  account: 'A1',
  clearedBy: 'CME',
  regime: 'futures',
  amount: new Decimal(amount),
  currency: 'USD',
  source: 'Statement of 30 June 2026',
  line: 2,
  ...facts,
});
const future = (id: string, notional: string, facts = {}) =>
  position(id, 'treasury_future', { account: 'A1', clearedBy: 'CME', notional, ...facts });
const shares = (result: ReturnType<typeof EXTERNAL_METHOD.compute>) =>
  Object.fromEntries([...result.contributions].map(([id, part]) => [id, part.toString()]));

describe('amounts given', () => {
  it('are added up for the netting set that they name, and shared by notional', () => {
    const set = nettingSet(future('a', '300'), future('b', '100'));
    const result = EXTERNAL_METHOD.compute(set, {}, methodContext({ external: [entry('70'), entry('10', { line: 3, source: 'Add-on' })] }));
    expect(result.node.amount.toString()).toBe('80');
    expect(shares(result)).toEqual({ a: '60', b: '20' });
    expect(result.node.children.map(({ label, amount }) => [label, amount.toString()])).toEqual([
      ['Statement of 30 June 2026', '70'],
      ['Add-on', '10'],
    ]);
  });

  it('are shared by market value where the framework says so', () => {
    const set = nettingSet(future('a', '300', { marketValue: '-10' }), future('b', '100', { marketValue: '30' }));
    const result = EXTERNAL_METHOD.compute(set, { sharedBy: 'market-value' }, methodContext({ external: [entry('80')] }));
    expect(shares(result)).toEqual({ a: '20', b: '60' });
  });

  it('fail by the name of the set where there is none, and the rest is computed', () => {
    const set = nettingSet(future('a', '300'), future('b', '100', { account: 'A2' }));
    const result = EXTERNAL_METHOD.compute(set, {}, methodContext({ external: [entry('70')] }));
    expect(result.node.amount.toString()).toBe('70');
    expect(result.node.failures).toEqual([
      {
        reason: 'MISSING_DATA',
        positionIds: ['b'],
        message: 'No amount was given for the netting set Alder · Alder-ISDA · A2 · CME.',
      },
    ]);
    expect(shares(result)).toEqual({ a: '70' });
  });

  it('count under the regime of the position alone', () => {
    const positions = [future('a', '300')];
    const classifications = new Map(classified(positions, 'futures').map((item) => [item.positionId, item]));
    const external = [entry('70'), entry('1000', { regime: 'cleared-swaps', line: 3 })];
    const known = EXTERNAL_METHOD.compute(nettingSet(...positions), {}, methodContext({ external }, { classifications }));
    expect(known.node.amount.toString()).toBe('70');
    const unknown = EXTERNAL_METHOD.compute(nettingSet(...positions), {}, methodContext({ external }));
    expect(unknown.node.amount.toString()).toBe('0');
    expect(unknown.node.failures[0]).toMatchObject({ reason: 'UNDETERMINED', positionIds: ['a'] });
  });

  it('are refused where they are for more than the set, and would be counted in each', () => {
    const set = { ...nettingSet(future('a', '300')), key: ['clearedBy', 'account', 'counterparty'] as const };
    const { node } = EXTERNAL_METHOD.compute(set, {}, methodContext({ external: [entry('70')] }));
    expect(node.failures[0]).toMatchObject({ reason: 'INVALID' });
    expect(node.failures[0]?.message).toContain('it names no counterparty');
    const named = EXTERNAL_METHOD.compute(set, {}, methodContext({ external: [entry('70', { counterparty: 'Alder' })] }));
    expect(named.node.amount.toString()).toBe('70');
  });

  it('are converted, or fail by name without a rate', () => {
    const set = nettingSet(future('a', '300'));
    const external = [entry('70', { currency: 'EUR' })];
    const rates = { base: 'USD', rates: new Map([['EUR', new Decimal('1.1')]]) };
    expect(EXTERNAL_METHOD.compute(set, {}, methodContext({ external, rates })).node.amount.toString()).toBe('77');
    const { node } = EXTERNAL_METHOD.compute(set, {}, methodContext({ external }));
    expect(failuresOf(node)).toEqual([
      {
        reason: 'NO_RATE',
        positionIds: ['a'],
        message: 'The amount of line 2 is in EUR, and there is no rate from it to USD.',
      },
    ]);
  });

  it('do not depend on the order of positions', () => {
    const positions = [future('a', '300'), future('b', '100'), future('c', '7')];
    const context = methodContext({ external: [entry('100')] });
    const forward = EXTERNAL_METHOD.compute(nettingSet(...positions), {}, context);
    const backward = EXTERNAL_METHOD.compute(nettingSet(...positions.toReversed()), {}, context);
    expect(shares(backward)).toEqual(shares(forward));
    expect(JSON.stringify(backward.node)).toBe(JSON.stringify(forward.node));
  });
});
