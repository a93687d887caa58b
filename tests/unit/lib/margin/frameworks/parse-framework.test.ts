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
const POT = { id: 'one', label: 'One', scope: {}, method: { id: 'schedule', parameters: {} } };
const twoPots = (value: Json, change: Record<string, unknown>) => {
  const pots = [POT, { ...POT, id: 'two' }];
  Object.assign(value.legs[0]!, {
    arrangement: { kind: 'two-pot', pots, savingCap: '0.80', ignoredBelow: '0.01', citations: [], ...change },
  });
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
    [
      'asks for evidence that there is not',
      (value) => Object.assign(value.legs[0]!, { scope: { evidence: 'rumour' } }),
      'legs.0.scope.evidence',
    ],
    ['arranges one pot', (value) => twoPots(value, { pots: [POT] }), 'legs.0.arrangement.pots'],
    ['arranges two pots of one id', (value) => twoPots(value, { pots: [POT, POT] }), 'both pots have the id "one"'],
    [
      'has a pot whose method there is not',
      (value) => twoPots(value, { pots: [POT, { ...POT, id: 'two', method: { id: 'magic', parameters: {} } }] }),
      'legs.0.arrangement.pots.1.method.id',
    ],
    [
      'has a pot whose method lacks the setting',
      (value) => twoPots(value, { pots: [POT, { ...POT, id: 'two', method: { id: 'schedule', parameters: { speed: 'fast' } } }] }),
      'pots.two.method.parameters: the method schedule has no parameter "speed"',
    ],
    [
      'has a pot of given amounts',
      (value) => twoPots(value, { pots: [POT, { ...POT, id: 'two', method: { id: 'external', parameters: {} } }] }),
      'choose a method that computes',
    ],
    [
      'has a pot that no position of the leg fits',
      (value) => twoPots(value, { pots: [POT, { ...POT, id: 'two', scope: { regimes: ['futures'] } }] }),
      "no position of the leg's scope fits it",
    ],
    ['caps a saving above all of it', (value) => twoPots(value, { savingCap: '1.2' }), 'a ratio from 0 to 1'],
    ['ignores every saving', (value) => twoPots(value, { ignoredBelow: '0.9' }), 'above savingCap'],
    [
      'lets regimes bind that the leg does not take',
      (value) => Object.assign(value.legs[0]!, { arrangement: { kind: 'binding-regime', alone: ['futures'], citations: [] } }),
      'takes no positions of futures',
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
  it('are the eight kinds, one model twice', () => {
    expect(BUILT_IN_FRAMEWORKS.map(({ id }) => id)).toEqual([
      'separate-regimes',
      'cftc-account',
      'sec-account',
      'one-model',
      'one-model-var',
      'two-pot',
      'single-pot',
      'commingled-cds',
      'binding-regime',
    ]);
  });

  it('cite no figure of an arrangement as read that is only recalled', () => {
    const [leg] = findFramework('two-pot')!.legs;
    expect(leg?.arrangement?.citations.map(({ standing }) => standing)).toEqual(['recalled', 'secondary']);
    expect(leg?.assumptions.join(' ')).toContain('recalled, not read');
  });

  it('cite a paragraph for every leg, threshold and minimum', () => {
    for (const { legs } of BUILT_IN_FRAMEWORKS) {
      for (const leg of legs) {
        expect(leg.citations.length).toBeGreaterThan(0);
        for (const figure of [leg.threshold, leg.minimumTransfer]) if (figure) expect(figure.citation.paragraph).toMatch(/^17 CFR /);
      }
    }
  });

  it('say what would have to change, except for the one of today', () => {
    const open = BUILT_IN_FRAMEWORKS.filter(({ constraints }) => constraints.length === 0);
    expect(open.map(({ id }) => id)).toEqual(['separate-regimes']);
  });
});
