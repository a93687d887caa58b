import { describe, expect, it } from 'vitest';
import { BUILT_IN_FRAMEWORKS, findFramework } from '@/lib/margin/frameworks/frameworks';
import { parseFramework } from '@/lib/margin/frameworks/parse-framework';

type Json = Record<string, unknown> & { legs: Record<string, unknown>[] };
const copy = (change: (value: Json) => void): Json => {
  const value = JSON.parse(JSON.stringify(findFramework('sec-account'))) as Json;
  value.id = 'our-own';
  change(value);
  return value;
};
const problems = (value: unknown) => {
  const parsed = parseFramework(value);
  return parsed.ok ? [] : parsed.failures;
};

describe('a framework that somebody edited', () => {
  it.each(BUILT_IN_FRAMEWORKS.map(({ id }) => id))('a copy of %s under another id is read, and is not built in', (id) => {
    const original = findFramework(id)!;
    const parsed = parseFramework({ ...JSON.parse(JSON.stringify(original)), id: 'copy' });
    expect(parsed).toEqual({ ok: true, value: { ...original, id: 'copy', builtIn: false } });
  });

  it.each<[string, (value: Json) => void, string]>([
    ['keeps the id of a built-in one', (value) => Object.assign(value, { id: 'sec-account' }), 'id of a built-in framework'],
    ['has an id with blanks', (value) => Object.assign(value, { id: 'Our Own' }), 'lower-case letters'],
    ['has no leg', (value) => Object.assign(value, { legs: [] }), 'legs'],
    ['has two legs of one id', (value) => value.legs.push(value.legs[0]!), 'two legs'],
    [
      'names a regime that there is not',
      (value) => Object.assign(value.legs[0]!, { scope: { regimes: ['narnia'] } }),
      'legs.0.scope.regimes.0',
    ],
    [
      'names a method that there is not',
      (value) => Object.assign(value.legs[0]!, { method: { id: 'magic', parameters: {} } }),
      'legs.0.method.id',
    ],
    [
      'has a setting that the method has not',
      (value) => Object.assign(value.legs[0]!, { method: { id: 'schedule', parameters: { speed: 'fast' } } }),
      'no parameter "speed"',
    ],
    [
      'gives a setting a value that it cannot have',
      (value) => Object.assign(value.legs[0]!, { method: { id: 'securities-haircut', parameters: { fallback: 'guess' } } }),
      'one of none, schedule, schedule-netted',
    ],
    [
      'has a threshold that is no amount',
      (value) => Object.assign(value.legs[0]!, { threshold: { amount: '1e9', citation: { paragraph: 'x', standing: 'primary' } } }),
      'plain digits',
    ],
    ['has a field that there is not', (value) => Object.assign(value, { extra: 1 }), 'extra'],
  ])('is refused where it %s', (_, change, part) => {
    expect(problems(copy(change)).join('\n')).toContain(part);
  });

  it.each([null, 7, 'text', [], {}])('refuses %j', (value) => {
    expect(problems(value).length).toBeGreaterThan(0);
  });
});

describe('the built-in frameworks', () => {
  it('cite a paragraph for every leg, threshold and minimum', () => {
    for (const { legs } of BUILT_IN_FRAMEWORKS) {
      for (const leg of legs) {
        expect(leg.citations.length).toBeGreaterThan(0);
        for (const figure of [leg.threshold, leg.minimumTransfer]) if (figure) expect(figure.citation.paragraph).toMatch(/^17 CFR /);
      }
    }
  });

  it('say what would have to change, except for the one of today', () => {
    expect(BUILT_IN_FRAMEWORKS.map(({ id, constraints }) => [id, constraints.length > 0])).toEqual([
      ['separate-regimes', false],
      ['cftc-account', true],
      ['sec-account', true],
    ]);
  });
});
