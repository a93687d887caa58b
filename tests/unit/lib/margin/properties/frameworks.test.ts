import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/core/canonical-json';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Regime } from '@/lib/margin/classification/regime';
import { type Evidence, NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import { type AppliedFramework, applyFramework } from '@/lib/margin/frameworks/apply-framework';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { BUILT_IN_FRAMEWORKS, findFramework } from '@/lib/margin/frameworks/frameworks';
import { runAnalysis } from '@/lib/margin/impact/run-analysis';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import type { Position, Product } from '@/lib/margin/portfolio/position';
import { nodeJson } from '@/lib/margin/report/node-json';
import { pnlOf } from '@/tests/support/pnl';
import { classified, portfolio, position } from '@/tests/support/positions';
import { crifRow, equityRow } from '@/tests/support/simm-rows';
import { syntheticPack } from '@/tests/support/synthetic-simm-pack';

/** Positions of every regime that a framework has a leg for, with evidence of some. */
interface Book {
  readonly positions: readonly Position[];
  readonly evidence: Evidence;
}

const KINDS: readonly (readonly [product: Product, regime: Regime])[] = [
  ['interest_rate_swap', 'cftc-uncleared-swaps'],
  ['fx_forward', 'cftc-uncleared-swaps'],
  ['equity_swap', 'sec-non-cleared-sbs'],
  ['equity', 'sec-securities-account'],
  ['interest_rate_swap', 'cleared-swaps'],
  ['treasury', 'cleared-treasuries'],
  ['treasury_future', 'futures'],
  ['cds_single_name', 'commingled-cds'],
  ['cds_index', 'cleared-swaps'],
];
const DAYS = 120;
const PACK = syntheticPack();

const regimeOf = ({ positionId }: Position): Regime => KINDS[Number(positionId.split('-')[1])]?.[1] ?? 'undetermined';
const regimes = (positions: readonly Position[]) =>
  new Map(classified(positions).map((item, i) => [item.positionId, { ...item, regime: regimeOf(positions[i]!) }]));

const row = fc.record({
  kind: fc.nat(KINDS.length - 1),
  long: fc.boolean(),
  size: fc.integer({ min: 1, max: 5000 }),
  value: fc.integer({ min: -40_000, max: 40_000 }),
  counterparty: fc.constantFrom('Alder', 'Birch'),
  seed: fc.integer({ min: 1, max: 900 }),
  withPnl: fc.boolean(),
  withRows: fc.boolean(),
});
const book: fc.Arbitrary<Book> = fc.array(row, { minLength: 1, maxLength: 14 }).map((rows) => {
  const positions = rows.map(({ kind, long, size, value, counterparty }, i) => {
    const [product] = KINDS[kind]!;
    const notional = `${size}000`;
    return position(`p${i}-${kind}`, product, {
      direction: long ? 'long' : 'short',
      counterparty,
      account: `${counterparty}-1`,
      notional,
      marketValue: product === 'equity' || product === 'treasury' ? (long ? notional : `-${notional}`) : value,
      maturity: '2031-01-15',
      underlier: 'U',
      referenceEntity: 'Acme',
      spreadBp: '150',
      duration: '4',
    });
  });
  const ids = (wanted: 'withPnl' | 'withRows') => positions.filter((_, i) => rows[i]?.[wanted]).map(({ positionId }) => positionId);
  const vector = (seed: number) => Array.from({ length: DAYS }, (_, day) => ((day * 7919 + seed * 104_729) % 4001) - 2000);
  const seedOf = new Map(positions.map(({ positionId }, i) => [positionId, rows[i]?.seed ?? 1]));
  const rowsOf = (id: string) =>
    id.endsWith('-2')
      ? [equityRow({ tradeId: id, amountUsd: String((seedOf.get(id) ?? 1) * 7 - 3000) })]
      : [crifRow({ tradeId: id, amountUsd: String((seedOf.get(id) ?? 1) * 11 - 5000) })];
  return {
    positions,
    evidence: {
      ...NO_EVIDENCE,
      simmPack: PACK,
      sensitivities: new Map(ids('withRows').map((id) => [id, rowsOf(id)])),
      pnl: pnlOf(Object.fromEntries(ids('withPnl').map((id) => [id, vector(seedOf.get(id) ?? 1)]))),
    },
  };
});

function apply(framework: Framework, { positions, evidence }: Book, side: 'collect' | 'post' = 'collect'): AppliedFramework {
  return applyFramework(portfolio(positions), regimes(positions), framework, {
    side,
    threshold: 'ignored',
    minimumTransfer: 'ignored',
    evidence,
  });
}
const contributionsOf = ({ margins }: AppliedFramework) => sumDecimals([...margins.values()].map(({ contribution }) => contribution));
const nodesOf = (node: MarginNode): MarginNode[] => [node, ...node.children.flatMap(nodesOf)];
const close = (a: Decimal, b: Decimal) =>
  a
    .minus(b)
    .abs()
    .lte(Decimal.max(a.abs(), b.abs(), 1).times('1e-18'));

describe.each(BUILT_IN_FRAMEWORKS.map((framework) => [framework.id, framework] as const))(
  '%s, on random books with evidence',
  { timeout: 120_000 },
  (_, framework) => {
    it('adds up: contributions are the total, which is the sum of the legs and standalone amounts with offsets', () => {
      fc.assert(
        fc.property(book, (given) => {
          const applied = apply(framework, given);
          expect(contributionsOf(applied).eq(applied.tree.amount)).toBe(true);
          expect(sumDecimals(applied.legs.map(({ amount }) => amount)).eq(applied.tree.amount)).toBe(true);
          expect(sumDecimals([applied.standalone, applied.offsets]).eq(applied.tree.amount)).toBe(true);
        }),
        { numRuns: 60 },
      );
    });

    it('asks no negative amount of a netting set, and gives every position an amount or a named failure', () => {
      fc.assert(
        fc.property(book, (given) => {
          const applied = apply(framework, given);
          for (const node of nodesOf(applied.tree)) if (node.level === 'netting-set') expect(node.amount.gte(0)).toBe(true);
          const named = new Set([...applied.margins.keys(), ...failuresOf(applied.tree).flatMap(({ positionIds }) => positionIds)]);
          expect(given.positions.every(({ positionId }) => named.has(positionId))).toBe(true);
        }),
        { numRuns: 60 },
      );
    });

    it('has the same bytes in every order of rows', () => {
      const shuffled = book.chain((given) =>
        fc.shuffledSubarray([...given.positions], { minLength: given.positions.length }).map((positions) => ({ given, positions })),
      );
      fc.assert(
        fc.property(shuffled, ({ given, positions }) => {
          const bytes = (applied: AppliedFramework) => canonicalJson(nodeJson(applied.tree));
          expect(bytes(apply(framework, { ...given, positions }))).toBe(bytes(apply(framework, given)));
        }),
        { numRuns: 30 },
      );
    });

    it('asks from the other side what the mirrored book asks from this one, where its legs have both sides', () => {
      const legs = framework.legs.filter((leg) => leg.collectOnly !== true);
      fc.assert(
        fc.property(book, (given) => {
          const posted = apply({ ...framework, legs }, given, 'post').tree.amount;
          const collected = apply({ ...framework, legs }, mirror(given), 'collect').tree.amount;
          expect(close(posted, collected)).toBe(true);
        }),
        { numRuns: 40 },
      );
    });
  },
);

/** The book as the other party holds it. */
function mirror({ positions, evidence }: Book): Book {
  const { pnl, sensitivities } = evidence;
  return {
    positions: positions.map((item) => ({
      ...item,
      direction: item.direction === 'long' ? 'short' : 'long',
      marketValue: item.marketValue?.neg() ?? null,
    })),
    evidence: {
      ...evidence,
      pnl: pnl && {
        ...pnl,
        rows: new Map([...pnl.rows].map(([id, vector]) => [id, { ...vector, values: vector.values.map((value) => 0 - value) }])),
      },
      sensitivities: new Map(
        [...sensitivities].map(([id, rows]) => [
          id,
          rows.map((item) => ({ ...item, amountUsd: new Decimal(item.amountUsd ?? 0).neg().toString() })),
        ]),
      ),
    },
  };
}

describe('a framework without offsets across regimes', { timeout: 120_000 }, () => {
  it('is the sum of its regimes, each margined on a book of its own', () => {
    const today = findFramework('separate-regimes')!;
    fc.assert(
      fc.property(book, (given) => {
        const whole = apply(today, given);
        // securities and security-based swaps share an account by rule: 15c3-1(c)(2)(vi)(P)(1)(iv)-(v), (P)(2)
        const groupOf = (item: Position) => (regimeOf(item) === 'sec-securities-account' ? 'sec-non-cleared-sbs' : regimeOf(item));
        const groups = [...new Set(given.positions.map(groupOf))];
        const apart = groups.map(
          (group) => apply(today, { ...given, positions: given.positions.filter((item) => groupOf(item) === group) }).tree.amount,
        );
        expect(sumDecimals(apart).eq(whole.tree.amount)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});

describe('every alternative against today', { timeout: 120_000 }, () => {
  const [today, ...others] = BUILT_IN_FRAMEWORKS as [Framework, ...Framework[]];

  it('has a bridge that adds up, whose offsets across regimes are what margining the legs of today apart gives up', () => {
    fc.assert(
      fc.property(book, (given) => {
        const { positions, evidence } = given;
        const { report } = runAnalysis({
          portfolio: portfolio(positions),
          classifications: [...regimes(positions).values()],
          baseline: today,
          alternatives: others,
          parameters: DEFAULT_RUN_PARAMETERS,
          evidence,
        });
        const base = apply(today, given);
        others.forEach((framework, i) => {
          const { bridge, alternativeTotal } = report.impacts[i]!;
          const changes = bridge
            .slice(bridge.findIndex(({ id }) => id === 'baseline'))
            .filter(({ kind, id }) => kind === 'change' || id === 'baseline');
          expect(sumDecimals(changes.map(({ amount }) => new Decimal(amount))).toString()).toBe(alternativeTotal);
          const applied = apply(framework, given);
          const groups = new Map<string, Position[]>();
          for (const item of positions.filter(({ positionId }) => applied.margins.has(positionId))) {
            const leg = base.margins.get(item.positionId)?.leg ?? '';
            groups.set(leg, [...(groups.get(leg) ?? []), item]);
          }
          const apart = sumDecimals([...groups.values()].map((members) => apply(framework, { ...given, positions: members }).offsets));
          const across = bridge.find(({ id }) => id === 'offsets-across')?.amount;
          expect(across).toBe(sumDecimals([applied.offsets, apart.neg()]).toString());
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('an exact hedge', { timeout: 120_000 }, () => {
  const hedged = (given: Book, id: string): Book => {
    const other = mirror(given);
    const hedge = { ...other.positions.find(({ positionId }) => positionId === id)!, positionId: `h${id.slice(1)}` };
    const vector = other.evidence.pnl?.rows.get(id);
    const rows = other.evidence.sensitivities.get(id);
    const { pnl, sensitivities } = given.evidence;
    return {
      positions: [...given.positions, hedge],
      evidence: {
        ...given.evidence,
        pnl: pnl && { ...pnl, rows: new Map([...pnl.rows, ...(vector ? [[hedge.positionId, vector] as const] : [])]) },
        sensitivities: new Map([...sensitivities, ...(rows ? [[hedge.positionId, rows] as const] : [])]),
      },
    };
  };
  const withOne = book.chain((given) => fc.constantFrom(...given.positions).map(({ positionId }) => ({ given, positionId })));

  it('of a position that value-at-risk margins takes its losses away: a book of the position alone asks nothing once hedged', () => {
    fc.assert(
      fc.property(withOne, ({ given, positionId }) => {
        const only = { ...given, positions: given.positions.filter((item) => item.positionId === positionId) };
        for (const id of ['one-model', 'one-model-var', 'single-pot', 'commingled-cds']) {
          const [leg] = apply(findFramework(id)!, only).legs;
          if (leg?.leg.id !== findFramework(id)!.legs[0]?.id || leg?.positions === 0) continue;
          expect(apply(findFramework(id)!, hedged(only, positionId)).tree.amount.toString()).toBe('0');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never makes a requirement by theoretical prices larger: of a class long and short the same option nets to the minimum charge at most', () => {
    const option = (id: string, direction: 'long' | 'short', quantity: number) =>
      position(id, 'equity_option', {
        direction,
        quantity,
        multiplier: '100',
        strike: '100',
        optionType: 'call',
        exerciseStyle: 'european',
        underlier: 'XYZ',
        underlierType: 'single_name',
        maturity: '2026-12-18',
        impliedVol: '0.3',
        price: '5',
        marketValue: `${direction === 'long' ? '' : '-'}${quantity * 500}`,
        underlierPrice: '100',
      });
    const total = (positions: readonly Position[]) => {
      const applied = applyFramework(
        portfolio(positions),
        new Map(classified(positions).map((item) => [item.positionId, item])),
        findFramework('separate-regimes')!,
        {
          side: 'collect',
          threshold: 'ignored',
          minimumTransfer: 'ignored',
        },
      );
      expect(failuresOf(applied.tree)).toEqual([]);
      return applied.tree.amount;
    };
    const alone = total([option('s', 'short', 10)]);
    const both = total([option('s', 'short', 10), option('l', 'long', 10)]);
    expect(both.lte(alone)).toBe(true);
    // $.375 × multiplier for each contract of a listed option, FINRA 4210(g): the floor that an exact hedge does not pass
    expect(both.lte(new Decimal('0.375').times(100).times(20))).toBe(true);
  });

  it('raises a requirement only where a rule has it so: the CFTC table counts both swaps gross, at 40 % and more', () => {
    const forward = position('a', 'fx_forward', { notional: '1000000', marketValue: '0' });
    const other = { ...forward, positionId: 'b', direction: 'short' as const };
    const total = (positions: readonly Position[]) =>
      applyFramework(
        portfolio(positions),
        new Map(classified(positions).map((item) => [item.positionId, item])),
        findFramework('separate-regimes')!,
        {
          side: 'collect',
          threshold: 'ignored',
          minimumTransfer: 'ignored',
        },
      ).tree.amount.toString();
    // 17 CFR 23.154(c)(2)(ii)(A) adds both notionals; (E) keeps the ratio at 1 where no replacement cost is positive
    expect([total([forward]), total([forward, other])]).toEqual(['60000', '120000']);
  });
});

describe('scale', { timeout: 120_000 }, () => {
  it('ten times the book asks ten times as much under tables, percentages and value-at-risk', () => {
    const times = (value: Decimal | null) => value?.times(10) ?? null;
    fc.assert(
      fc.property(book, (given) => {
        const { pnl } = given.evidence;
        const larger: Book = {
          positions: given.positions.map((item) => ({ ...item, notional: times(item.notional), marketValue: times(item.marketValue) })),
          evidence: {
            ...given.evidence,
            sensitivities: new Map(),
            pnl: pnl && {
              ...pnl,
              rows: new Map([...pnl.rows].map(([id, vector]) => [id, { ...vector, values: vector.values.map((value) => value * 10) }])),
            },
          },
        };
        const plain = { ...given, evidence: { ...given.evidence, sensitivities: new Map() } };
        for (const framework of BUILT_IN_FRAMEWORKS)
          expect(close(apply(framework, larger).tree.amount, apply(framework, plain).tree.amount.times(10))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
