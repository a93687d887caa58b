import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { MethodContext } from '@/lib/margin/methods/method';
import { commodityRequirement, scanRequirement } from '@/lib/margin/methods/scenario-scan/scan-requirement';
import { SCAN_SCENARIOS } from '@/lib/margin/methods/scenario-scan/scan-scenarios';
import { SCENARIO_SCAN_METHOD } from '@/lib/margin/methods/scenario-scan/scenario-scan-method';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
import type { Position } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { nettingSet, type PositionFacts, position } from '@/tests/support/positions';
import { scanCommodity, scanFile } from '@/tests/support/scan-file';

const parameters = (value: unknown) => {
  const read = parseScanParameters(value);
  if (!read.ok) throw new Error(read.failures.join('\n'));
  return read.value;
};
/** A future on OIL of 1,000 units that matures next month. */
const future = (id: string, direction: 'long' | 'short', quantity: string, facts: PositionFacts = {}): Position =>
  position(id, 'other_future', { direction, quantity, multiplier: '1000', underlier: 'OIL', maturity: '2026-07-20', ...facts });
const option = (id: string, direction: 'long' | 'short', quantity: string, facts: PositionFacts = {}): Position =>
  position(id, 'future_option', {
    direction,
    quantity,
    multiplier: '1000',
    underlier: 'OIL',
    maturity: '2026-12-15',
    strike: '80',
    optionType: 'call',
    impliedVol: '0.3',
    underlierPrice: new Decimal(75),
    interestRate: new Decimal('0.04'),
    ...facts,
  });
const compute = (file: unknown, positions: readonly Position[], given: Record<string, string> = {}, over: Partial<MethodContext> = {}) =>
  SCENARIO_SCAN_METHOD.compute(nettingSet(...positions), given, methodContext({ scanParameters: parameters(file) }, over));
const amount = (...args: Parameters<typeof compute>) => compute(...args).node.amount.toString();
const parts = (...args: Parameters<typeof compute>) =>
  Object.fromEntries([...compute(...args).contributions].map(([id, part]) => [id, part.toString()]));

describe('the array of 16 scenarios (recalled)', () => {
  it('pairs volatility up and down at each price, and ends with the two extreme moves', () => {
    expect(SCAN_SCENARIOS.map(({ thirds, volatility }) => `${thirds ?? 'extreme'}/${volatility}`)).toEqual([
      '0/1',
      '0/-1',
      '1/1',
      '1/-1',
      '-1/1',
      '-1/-1',
      '2/1',
      '2/-1',
      '-2/1',
      '-2/-1',
      '3/1',
      '3/-1',
      '-3/1',
      '-3/-1',
      'extreme/0',
      'extreme/0',
    ]);
    expect(SCAN_SCENARIOS.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  });
});

describe('scan risk of futures', () => {
  it('is the whole range against the position, or the covered extreme move where that is more', () => {
    // 2 contracts × 1,000 × 6; the extreme move counts 2 × 35 % of it
    expect(amount(scanFile(), [future('a', 'long', '2')])).toBe('12000');
    expect(amount(scanFile({ extremeMultiple: '3', extremeCover: '0.4' }), [future('a', 'long', '2')])).toBe('14400');
  });

  it('nets contracts of one commodity, and turns with the side', () => {
    const book = [future('a', 'long', '3'), future('b', 'short', '1')];
    expect(amount(scanFile(), book)).toBe('12000');
    expect(parts(scanFile(), book)).toEqual({ a: '18000', b: '-6000' });
    expect(amount(scanFile(), book, {}, { side: 'post' })).toBe('12000');
  });

  it('shows each scenario and names the one that binds', () => {
    const { node } = compute(scanFile(), [future('a', 'long', '2')]);
    const scan = node.children[0]?.children[0];
    expect(scan?.inputs[0]).toEqual({ name: 'binding scenario', value: '13: price −1, volatility up' });
    expect(scan?.inputs.find(({ name }) => name.startsWith('loss in scenario 5'))?.value).toBe('4000');
    expect(scan?.inputs.find(({ name }) => name.startsWith('loss in scenario 16'))?.value).toBe('8400');
  });
});

describe('spreads between months', () => {
  const charges = {
    intraCommodity: [
      { priority: 1, tierA: { from: 0, to: 3 }, tierB: { from: 4, to: 12 }, charge: '100' },
      { priority: 2, tierA: { from: 0, to: 3 }, tierB: { from: 0, to: 3 }, charge: '40' },
    ],
  };
  const near = (id: string, direction: 'long' | 'short', quantity: string, maturity = '2026-07-20') =>
    future(id, direction, quantity, { maturity });
  const far = (id: string, direction: 'long' | 'short', quantity: string) => future(id, direction, quantity, { maturity: '2026-12-20' });

  it('are charged for long in one tier against short in the other, whichever way round', () => {
    expect(amount(scanFile(charges), [near('a', 'long', '2'), far('b', 'short', '2')])).toBe('200');
    expect(parts(scanFile(charges), [near('a', 'short', '2'), far('b', 'long', '2')])).toEqual({ a: '100', b: '100' });
  });

  it('are formed in order of priority: what one takes is gone for the next', () => {
    // long 5 in July; short 3 in December, short 2 in August: 3 spreads between the tiers, 2 within the first
    const book = [near('a', 'long', '5'), near('b', 'short', '2', '2026-08-20'), far('c', 'short', '3')];
    expect(amount(scanFile(charges), book)).toBe('380');
    // a: half of 3 × 100 and half of 2 × 40; its scan loss in no scenario, since deltas cancel
    expect(parts(scanFile(charges), book)).toEqual({ a: '190', b: '40', c: '150' });
  });

  it('are not charged for what is not opposite, and months net first', () => {
    expect(amount(scanFile(charges), [near('a', 'long', '2'), far('b', 'long', '1')])).toBe('18000');
    expect(amount(scanFile(charges), [near('a', 'long', '2'), near('b', 'short', '2')])).toBe('0');
  });

  it('leave contracts outside the tiers alone', () => {
    const late = future('b', 'short', '2', { maturity: '2028-12-20' });
    expect(amount(scanFile(charges), [near('a', 'long', '2'), late])).toBe('0');
  });
});

describe('the delivery month', () => {
  it('is charged by the contract of net delta, in the month of the portfolio only', () => {
    const file = scanFile({ deliveryCharge: '50' });
    const now = { maturity: '2026-06-30' };
    expect(amount(file, [future('a', 'long', '3', now)])).toBe('18150');
    expect(amount(file, [future('a', 'long', '3', now), future('b', 'short', '1', now)])).toBe('12100');
    expect(amount(file, [future('a', 'long', '3')])).toBe('18000');
  });
});

describe('credits between commodities: 17 CFR 39.13(g)(4), spread reductions', () => {
  const two = (rules: readonly unknown[]) =>
    scanFile({}, { commodities: [scanCommodity('OIL'), scanCommodity('GAS', { priceScanRange: '3' })], interCommodity: rules });
  const rule = (priority: number, credit: string, ratios = ['2', '1']) => ({
    priority,
    legs: [
      { commodity: 'OIL', ratio: ratios[0], side: 'A' },
      { commodity: 'GAS', ratio: ratios[1], side: 'B' },
    ],
    credit,
  });
  const gas = (direction: 'long' | 'short', quantity: string) => future('g', direction, quantity, { underlier: 'GAS' });

  it('free a share of the price risk of each leg, as many as the scarcer leg allows', () => {
    // OIL 10 long: 60,000; GAS 5 short: 15,000; five spreads of 2 : 1 use both: half is freed
    expect(amount(two([rule(1, '0.5')]), [future('o', 'long', '10'), gas('short', '5')])).toBe('37500');
    // GAS 2 short: two spreads use 4 of OIL's 10: 0.5 × 0.4 × 60,000 + 0.5 × 6,000
    expect(amount(two([rule(1, '0.5')]), [future('o', 'long', '10'), gas('short', '2')])).toBe('51000');
    expect(parts(two([rule(1, '0.5')]), [future('o', 'long', '10'), gas('short', '2')])).toEqual({ g: '3000', o: '48000' });
  });

  it('need opposite sides, either way round', () => {
    expect(amount(two([rule(1, '0.5')]), [future('o', 'long', '10'), gas('long', '5')])).toBe('75000');
    expect(amount(two([rule(1, '0.5')]), [future('o', 'short', '10'), gas('long', '5')])).toBe('37500');
  });

  it('are formed in order of priority on what is left', () => {
    // first 2 : 1 uses 4 of OIL and all of GAS; the second finds no GAS
    const both = two([rule(2, '1', ['1', '1']), rule(1, '0.5')]);
    expect(amount(both, [future('o', 'long', '10'), gas('short', '2')])).toBe('51000');
  });
});

describe('options', () => {
  /** Black's value in doubles, written apart from the program's: the normal distribution by Simpson's rule. */
  function black(kind: 'call' | 'put', f: number, k: number, vol: number, years: number, r: number): number {
    const deviation = vol * Math.sqrt(years);
    const d1 = Math.log(f / k) / deviation + deviation / 2;
    const sign = kind === 'call' ? 1 : -1;
    return sign * Math.exp(-r * years) * (f * normal(sign * d1) - k * normal(sign * (d1 - deviation)));
  }
  function normal(x: number): number {
    const steps = 2000;
    const h = x / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i += 1) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-((i * h) ** 2) / 2);
    return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
  }
  const YEARS = 168 / 365;

  it.each(['call', 'put'] as const)('on futures are revalued by Black in every scenario: a short %s', (kind) => {
    const { node } = compute(scanFile(), [option('a', 'short', '1', { optionType: kind })], { optionValue: 'not-counted' });
    const inputs = node.children[0]?.children[0]?.inputs.slice(1) ?? [];
    const now = black(kind, 75, 80, 0.3, YEARS, 0.04);
    SCAN_SCENARIOS.forEach(({ thirds, up, volatility }, i) => {
      const price = 75 + (thirds === null ? (up ? 12 : -12) : (6 * thirds) / 3);
      const loss = 1000 * (black(kind, price, 80, 0.3 + 0.05 * volatility, YEARS, 0.04) - now) * (thirds === null ? 0.35 : 1);
      expect(Number(inputs[i]?.value)).toBeCloseTo(loss, 6);
    });
  });

  it('that are long can lose no more than their value: value is taken off, and nothing is asked', () => {
    const result = compute(scanFile(), [option('a', 'long', '5')]);
    expect(result.node.amount.toString()).toBe('0');
    expect(Number(result.node.children.at(-1)?.amount)).toBeLessThan(0);
    expect(result.contributions.get('a')?.toString()).toBe('0');
  });

  it('that are short ask for their value and the risk', () => {
    const worth = { marketValue: '-3000' };
    const risk = compute(scanFile(), [option('a', 'short', '1', worth)], { optionValue: 'not-counted' }).node.amount;
    expect(amount(scanFile(), [option('a', 'short', '1', worth)])).toBe(risk.plus(3000).toString());
  });

  it('ask for the short option minimum where the scan finds less', () => {
    const file = scanFile({ shortOptionMinimum: '250' });
    const far = option('a', 'short', '4', { strike: '400', marketValue: '-1' });
    expect(amount(file, [far])).toBe('1001');
    expect(parts(file, [far, option('b', 'short', '1', { strike: '500', marketValue: '0' })])).toEqual({ a: '1001', b: '250' });
  });

  it('take the price of the soonest future that outlives them, where they state none', () => {
    const bare = option('o', 'short', '1');
    const { underlierPrice: _, ...unstated } = bare;
    const futures = [future('f1', 'long', '1', { price: '70' }), future('f2', 'long', '1', { price: '75', maturity: '2027-01-20' })];
    const known = compute(scanFile(), [bare, ...futures]);
    const found = compute(scanFile(), [...futures, unstated]).node;
    expect(found.amount.toString()).toBe(known.node.amount.toString());
    expect(found.children[0]?.children[0]?.children.at(-1)?.assumptions).toEqual([
      'The row states no price of the underlier; that of a future in the netting set is taken.',
      'The file gives no market value; the option is valued by the model.',
    ]);
    expect(compute(scanFile(), [unstated]).node.failures[0]?.message).toContain('The price of the underlier is missing');
  });

  it('without a volatility fail by name, and the rest is computed', () => {
    const { node } = compute(scanFile(), [option('a', 'short', '1', { impliedVol: null }), future('b', 'long', '1')]);
    expect(node.amount.toString()).toBe('6000');
    expect(node.failures).toEqual([
      {
        reason: 'MISSING_DATA',
        positionIds: ['a'],
        message: 'The volatility is missing, without which an option cannot be scanned.',
      },
    ]);
  });

  it('hedged by their delta keep a risk from volatility and curvature alone, which no credit frees', () => {
    const { node } = compute(scanFile(), [option('a', 'short', '1')], { optionValue: 'not-counted' });
    const delta = node.children[0]?.inputs.find(({ name }) => name === 'net delta');
    expect(Number(delta?.value)).toBeGreaterThan(-0.5);
    expect(Number(delta?.value)).toBeLessThan(-0.3);
  });
});

describe('what cannot be scanned is named', () => {
  it.each([
    ['another product', position('x', 'treasury', { marketValue: '1' }), 'NOT_APPLICABLE'],
    ['an underlier without figures', future('x', 'long', '1', { underlier: 'TIN' }), 'MISSING_DATA'],
    ['another currency than the figures', future('x', 'long', '1', { currency: 'EUR', fxRate: '1.1' }), 'INVALID'],
    ['no contracts', future('x', 'long', '1', { quantity: null }), 'MISSING_DATA'],
    ['no maturity', future('x', 'long', '1', { maturity: null }), 'MISSING_DATA'],
    ['a contract that is over', future('x', 'long', '1', { maturity: '2026-01-01' }), 'INVALID'],
  ])('%s', (_, bad, reason) => {
    const { node, contributions } = compute(scanFile(), [bad, future('b', 'long', '1')]);
    expect(node.failures).toEqual([expect.objectContaining({ reason, positionIds: ['x'] })]);
    expect(node.amount.toString()).toBe('6000');
    expect([...contributions.keys()]).toEqual(['b']);
  });

  it('everything, without scan parameters', () => {
    const { node } = SCENARIO_SCAN_METHOD.compute(nettingSet(future('a', 'long', '1')), {}, methodContext());
    expect(node.failures[0]?.message).toContain('No scan parameters were loaded');
  });

  it('a commodity in a currency without a rate; with one it is converted', () => {
    const file = scanFile({ currency: 'EUR' });
    const euro = (fxRate: string | null) => future('a', 'long', '1', { currency: 'EUR', fxRate });
    expect(compute(file, [euro(null)]).node.failures[0]).toMatchObject({ reason: 'NO_RATE' });
    expect(amount(file, [euro('1.1')])).toBe('6600');
  });
});

describe('the formula', () => {
  const of = (facts: Partial<Record<keyof Parameters<typeof commodityRequirement>[0], string>>) =>
    commodityRequirement({
      scanRisk: new Decimal(facts.scanRisk ?? 0),
      intraCommodity: new Decimal(facts.intraCommodity ?? 0),
      delivery: new Decimal(facts.delivery ?? 0),
      interCommodity: new Decimal(facts.interCommodity ?? 0),
      shortOptionMinimum: new Decimal(facts.shortOptionMinimum ?? 0),
    }).toString();

  it('is max(scan risk + spreads + delivery − credit, short option minimum)', () => {
    expect(of({ scanRisk: '100', intraCommodity: '10', delivery: '5', interCommodity: '30' })).toBe('85');
    expect(of({ scanRisk: '100', shortOptionMinimum: '120' })).toBe('120');
  });

  const path = resolve(
    process.env.MARGINALIA_SHARED ?? resolve(import.meta.dirname, '../../../../../../../shared'),
    'cases/margin/published-arithmetic.json',
  );
  it.skipIf(!existsSync(path))('reproduces the published call of November: risk less net option value (span-nov-short-call)', () => {
    const { cases } = JSON.parse(readFileSync(path, 'utf8')) as {
      cases: { id: string; inputs: Record<string, string>; expected: Record<string, string> }[];
    };
    const { inputs, expected } = cases.find(({ id }) => id === 'span-nov-short-call')!;
    const risk = commodityRequirement({
      scanRisk: new Decimal(inputs.spanRisk!),
      intraCommodity: new Decimal(0),
      delivery: new Decimal(0),
      interCommodity: new Decimal(0),
      shortOptionMinimum: new Decimal(0),
    });
    expect(scanRequirement([risk], new Decimal(inputs.netOptionValue!)).toString()).toBe(expected.span);
  });
});

describe('sums', () => {
  const file = scanFile(
    {
      intraCommodity: [{ priority: 1, tierA: { from: 0, to: 3 }, tierB: { from: 4, to: 99 }, charge: '33.33' }],
      deliveryCharge: '7',
      shortOptionMinimum: '90',
    },
    {},
  );
  const book = [
    option('a', 'short', '3'),
    option('b', 'long', '1', { strike: '60', optionType: 'put' }),
    future('c', 'long', '2', { maturity: '2026-06-30' }),
    future('d', 'short', '1', { maturity: '2027-03-15' }),
  ];

  it('of the parts are the amount, of the children the commodity, exactly', () => {
    const { node, contributions } = compute(file, book);
    expect(node.amount.gt(0)).toBe(true);
    expect(sumDecimals(contributions.values()).toString()).toBe(node.amount.toString());
    for (const commodity of node.children)
      if (commodity.children.length > 0)
        expect(sumDecimals(commodity.children.map((child) => child.amount)).toString()).toBe(commodity.amount.toString());
    expect(sumDecimals(node.children.map((child) => child.amount)).toString()).toBe(node.amount.toString());
  });

  it('have for each position alone what a set of it alone asks', () => {
    const { standalone } = compute(file, book);
    for (const item of book) expect(standalone.get(item.positionId)?.toString()).toBe(amount(file, [item]));
  });

  it('do not depend on the order of positions, in any byte', () => {
    expect(JSON.stringify(compute(file, book.toReversed()).node)).toBe(JSON.stringify(compute(file, book).node));
  });

  it('double with the positions', () => {
    const twice = book.map((item) => ({ ...item, quantity: item.quantity!.times(2) }));
    const doubled = compute(file, book).node.amount.times(2);
    expect(compute(file, twice).node.amount.minus(doubled).abs().lte('1e-25')).toBe(true);
  });

  it('never rise with an exact hedge of futures; a hedged short option still counts for the short option minimum', () => {
    const hedge = [future('x', 'long', '4'), future('y', 'short', '4')];
    expect(compute(file, [...book, ...hedge]).node.amount.toString()).toBe(compute(file, book).node.amount.toString());
    const pair = [option('x', 'long', '5'), option('y', 'short', '5')];
    expect(amount(scanFile({ shortOptionMinimum: '90' }), pair)).toBe('450');
  });
});
