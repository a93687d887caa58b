import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import type { Regime } from '@/lib/margin/classification/regime';
import { NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import type { ExternalRequirement } from '@/lib/margin/evidence/external-requirement';
import { type AppliedFramework, applyFramework, type FrameworkSettings } from '@/lib/margin/frameworks/apply-framework';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { BUILT_IN_FRAMEWORKS, findFramework } from '@/lib/margin/frameworks/frameworks';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
import type { Portfolio, Position } from '@/lib/margin/portfolio/position';
import { pnlOf } from '@/tests/support/pnl';
import { cds, classified, equitySwap, portfolio, position } from '@/tests/support/positions';
import { scanCommodity, scanFile } from '@/tests/support/scan-file';
import { crifRow } from '@/tests/support/simm-rows';
import { syntheticPack } from '@/tests/support/synthetic-simm-pack';

const PLAIN: FrameworkSettings = { side: 'collect', threshold: 'ignored', minimumTransfer: 'ignored' };
const framework = (id: string): Framework => findFramework(id)!;

function apply(
  id: string,
  positions: readonly Position[],
  settings: Partial<FrameworkSettings> = {},
  more: { regime?: Regime; portfolio?: Partial<Portfolio> } = {},
): AppliedFramework {
  const regimes = new Map(classified(positions, more.regime).map((item) => [item.positionId, item]));
  return applyFramework(portfolio(positions, more.portfolio), regimes, framework(id), { ...PLAIN, ...settings });
}
const legs = ({ legs: rows }: AppliedFramework) => rows.map(({ leg, amount }) => `${leg.id} ${amount}`);

const SWAP = position('r', 'interest_rate_swap', { notional: '10000000', duration: '7' });
const EQUITY = equitySwap('e', 'long', '2000000');
const BOND = position('b', 'corporate_bond', { marketValue: '1000000', maturity: '2033-01-01' });

describe('legs', () => {
  it('separate-regimes: swaps to the CFTC table, security-based swaps and securities to the SEC haircuts', () => {
    expect(legs(apply('separate-regimes', [SWAP, EQUITY, BOND]))).toEqual(['cftc-swaps 400000', 'sec-security-based-swaps 370000']);
  });

  it('cftc-account: both kinds of swaps to one CFTC portfolio, securities as today', () => {
    expect(legs(apply('cftc-account', [SWAP, EQUITY, BOND]))).toEqual(['one-portfolio 700000', 'sec-securities 70000']);
  });

  it('sec-account: all in one account, the CFTC table standing in for rates', () => {
    const applied = apply('sec-account', [SWAP, EQUITY, BOND]);
    expect(legs(applied)).toEqual(['one-account 770000']);
    expect(JSON.stringify(applied.tree)).toContain('not a rule');
  });

  it('net by their key: two agreements are two sets today, one in the CFTC account', () => {
    const pair = [
      position('a', 'fx_forward', { notional: '1000000', marketValue: '500', nettingAgreement: 'one' }),
      position('b', 'fx_forward', { notional: '1000000', marketValue: '-500', nettingAgreement: 'two' }),
    ];
    expect(apply('separate-regimes', pair).tree.amount.toString()).toBe('120000');
    expect(apply('cftc-account', pair).tree.amount.toString()).toBe('48000');
  });

  it('do not net swaps that name no agreement', () => {
    const pair = ['500', '-500'].map((marketValue, i) =>
      position(`p${i}`, 'fx_forward', { notional: '1000000', marketValue, nettingAgreement: null }),
    );
    expect(apply('separate-regimes', pair).tree.amount.toString()).toBe('120000');
  });
});

describe('positions that no leg takes', () => {
  it.each<[Regime, string]>([
    ['futures', 'MISSING_DATA'],
    ['cleared-swaps', 'MISSING_DATA'],
    ['cleared-treasuries', 'MISSING_DATA'],
    ['commingled-cds', 'MISSING_DATA'],
    ['joint-security-futures', 'NO_RULE'],
    ['mixed-swaps', 'NO_RULE'],
    ['undetermined', 'UNDETERMINED'],
  ])('%s: named with %s under every framework, never dropped silently', (regime, reason) => {
    for (const { id } of BUILT_IN_FRAMEWORKS) {
      const held = regime === 'futures' ? position('r', 'treasury_future', { underlier: 'TY', quantity: '1' }) : SWAP;
      const applied = apply(id, [held], {}, { regime });
      expect(applied.tree.amount.isZero()).toBe(true);
      expect(failuresOf(applied.tree)).toEqual([expect.objectContaining({ reason, positionIds: ['r'] })]);
    }
  });

  it('a repo in a securities account is named with NO_RULE', () => {
    expect(failuresOf(apply('separate-regimes', [position('o', 'repo')], {}, { regime: 'sec-securities-account' }).tree)).toEqual([
      expect.objectContaining({ reason: 'NO_RULE', positionIds: ['o'] }),
    ]);
  });

  it('a security future is named with the paragraph of its rate, 17 CFR 242.403(b)(1)', () => {
    const [failure] = failuresOf(apply('separate-regimes', [position('s', 'security_future')]).tree);
    expect(failure?.message).toContain('242.403(b)(1)');
  });

  it('a position that only lacks evidence is named with what it lacks', () => {
    const [failure] = failuresOf(apply('one-model', [SWAP]).tree);
    expect(failure).toMatchObject({ reason: 'MISSING_DATA', positionIds: ['r'] });
    expect(failure?.message).toContain('sensitivities');
  });

  it('a position without a classification is undetermined', () => {
    const applied = applyFramework(portfolio([SWAP]), new Map(), framework('separate-regimes'), PLAIN);
    expect(applied.tree.failures[0]?.reason).toBe('UNDETERMINED');
  });

  it('every position either has an amount or is named in a failure', () => {
    const positions = [
      SWAP,
      EQUITY,
      BOND,
      cds('c', 'short', '5', '2031-01-01', '100', { spreadBp: null }),
      position('f', 'treasury_future'),
    ];
    for (const { id } of BUILT_IN_FRAMEWORKS) {
      const applied = apply(id, positions);
      const named = failuresOf(applied.tree).flatMap(({ positionIds }) => positionIds);
      expect([...applied.margins.keys(), ...named].sort()).toEqual(positions.map(({ positionId }) => positionId).sort());
    }
  });
});

describe('evidence', () => {
  const cleared = position('c', 'interest_rate_swap', { clearedBy: 'LCH', counterparty: 'Alder', account: 'A1', notional: '1000000' });
  const other = position('d', 'interest_rate_swap', { clearedBy: 'LCH', counterparty: 'Birch', account: 'B1', notional: '1000000' });
  const entry: ExternalRequirement = {
    counterparty: null,
    nettingAgreement: null,
    account: 'A1',
    clearedBy: 'LCH',
    regime: 'cleared-swaps',
    amount: new Decimal('12345.67'),
    currency: 'USD',
    source: 'statement',
    line: 2,
  };
  const losses = Array.from({ length: 100 }, (_, i) => -(i + 1));

  it('an amount that a clearing house charged comes first, then value-at-risk, each once', () => {
    const evidence = { ...NO_EVIDENCE, external: [entry], pnl: pnlOf({ c: losses, d: losses }) };
    const applied = apply('separate-regimes', [cleared, other], { evidence }, { regime: 'cleared-swaps' });
    expect(legs(applied)[0]).toBe('cleared-swaps-charged 12345.67');
    expect(applied.margins.get('d')?.leg).toBe('cleared-swaps');
    expect(failuresOf(applied.tree)).toEqual([]);
  });

  it("a future is scanned where the exchange's figures name its underlier, and else margined over one day (17 CFR 39.13(g)(2)(ii)(A))", () => {
    const futures = ['TY', 'US'].map((underlier) =>
      position(underlier, 'treasury_future', { underlier, quantity: '1', multiplier: '1000', maturity: '2026-09-20', clearedBy: 'CLR' }),
    );
    const scanned = parseScanParameters(scanFile({}, { commodities: [scanCommodity('TY')] }));
    const evidence = { ...NO_EVIDENCE, pnl: pnlOf({ TY: losses, US: losses }), scanParameters: scanned.ok ? scanned.value : null };
    const applied = apply('separate-regimes', futures, { evidence }, { regime: 'futures' });
    expect(applied.margins.get('TY')?.leg).toBe('futures');
    expect(legs(applied)).toContain('futures-by-history 99');
  });

  it('an amount charged under another regime is no amount of this one', () => {
    const evidence = { ...NO_EVIDENCE, external: [{ ...entry, regime: 'futures' as const }] };
    const applied = apply('separate-regimes', [cleared], { evidence }, { regime: 'cleared-swaps' });
    expect(failuresOf(applied.tree)).toEqual([expect.objectContaining({ reason: 'MISSING_DATA', positionIds: ['c'] })]);
  });

  it('five days at 99 % of a cleared swap (17 CFR 39.13(g)(2)(ii)(C), (iii)): the largest overlapping loss of five days', () => {
    const evidence = { ...NO_EVIDENCE, pnl: pnlOf({ c: losses }) };
    const applied = apply('separate-regimes', [cleared], { evidence }, { regime: 'cleared-swaps' });
    // 96 sums of five days, the largest 96 + 97 + 98 + 99 + 100; floor(0.01 × 96) + 1 = 1
    expect(legs(applied)).toEqual(['cleared-swaps 490']);
  });

  it('a class of an agreement takes one method: beside SIMM the table margins no swap of it', () => {
    const rates = ['m', 't'].map((id) => position(id, 'interest_rate_swap', { notional: '1000000', duration: '7' }));
    const commodity = position('k', 'commodity_swap', { notional: '1000000' });
    const evidence = { ...NO_EVIDENCE, sensitivities: new Map([['m', [crifRow({ tradeId: 'm' })]]]), simmPack: syntheticPack() };
    const applied = apply('binding-regime', [...rates, commodity], { evidence });
    expect(failuresOf(applied.tree)).toEqual([expect.objectContaining({ reason: 'INVALID', positionIds: ['t'] })]);
    expect(applied.margins.get('k')?.leg).toBe('by-table');
    expect(applied.margins.get('m')?.leg).toBe('by-model');
  });
});

describe('currencies', () => {
  const euro = (fxRate: string | null) => position('x', 'fx_forward', { notional: '1000000', currency: 'EUR', fxRate });

  it('are converted at the rate of the position', () => {
    expect(apply('separate-regimes', [euro('1.25')]).tree.amount.toString()).toBe('75000');
  });

  it('without a rate: the position is named with NO_RATE, the rest is computed', () => {
    const applied = apply('separate-regimes', [euro(null), SWAP]);
    expect(applied.tree.amount.toString()).toBe('400000');
    expect(applied.tree.failures[0]).toMatchObject({ reason: 'NO_RATE', positionIds: ['x'] });
  });
});

describe('threshold and minimum transfer amount', () => {
  /** 40 million of swaps, 30 million of security-based swaps with one counterparty. */
  const large = [
    position('r', 'interest_rate_swap', { notional: '1000000000', duration: '7' }),
    equitySwap('e', 'long', '200000000'),
    position('z', 'fx_forward', { notional: '5000000', counterparty: 'Birch' }),
  ];
  const adjustment = (applied: AppliedFramework, leg: number) =>
    applied.tree.children[leg]?.children.filter(({ level }) => level === 'adjustment');

  it('are not applied by default, and say what applying them would give', () => {
    const applied = apply('separate-regimes', large);
    expect(applied.tree.amount.toString()).toBe('70300000');
    const [alder] = adjustment(applied, 0)?.[0]?.children ?? [];
    expect(alder?.amount.isZero()).toBe(true);
    expect(alder?.inputs.find(({ name }) => name.startsWith('requirement if'))?.value).toBe('0');
    expect(alder?.citations[0]?.paragraph).toContain('23.151');
  });

  it('23.151 "initial margin threshold amount"; 23.154(a)(3)-(4); 240.18a-3(c)(1)(iii)(H)(1): one $50 million per counterparty, the second leg has what the first left', () => {
    const applied = apply('separate-regimes', large, { threshold: 'applied' });
    // Alder: CFTC 40m − 40m; SEC 30m − 10m; Birch: 0.3m − 0.3m
    expect(legs(applied)).toEqual(['cftc-swaps 0', 'sec-security-based-swaps 20000000']);
    expect(applied.thresholds.toString()).toBe('-50300000');
    expect(adjustment(applied, 1)?.[0]?.amount.toString()).toBe('-10000000');
  });

  it('never takes a requirement below zero', () => {
    const applied = apply('cftc-account', [SWAP], { threshold: 'applied' });
    expect(applied.tree.amount.isZero()).toBe(true);
  });

  it('17 CFR 23.151 "minimum transfer amount": nothing is transferred under $500,000, and $500,000 is', () => {
    const due = (notional: string) =>
      apply('separate-regimes', [position('r', 'interest_rate_swap', { notional, duration: '7' })], {
        minimumTransfer: 'applied',
      }).tree.amount.toString();
    expect(due('12499999')).toBe('0');
    expect(due('12500000')).toBe('500000');
  });

  it('240.18a-3(c)(1)(iii)(I): nothing is transferred until more than $500,000 is due', () => {
    const due = (marketValue: string) =>
      apply('separate-regimes', [position('p', 'preferred_stock', { marketValue })], { minimumTransfer: 'applied' }).tree.amount.toString();
    expect(due('5000000')).toBe('0');
    expect(due('5000010')).toBe('500001');
  });

  it('are not applied in another currency than the one that the rules state them in, and say so', () => {
    const euros = [position('r', 'interest_rate_swap', { notional: '10000000', duration: '7', currency: 'EUR' })];
    const applied = apply(
      'separate-regimes',
      euros,
      { threshold: 'applied', minimumTransfer: 'applied' },
      { portfolio: { calculationCurrency: 'EUR' } },
    );
    expect(applied.tree.amount.toString()).toBe('400000');
    expect(adjustment(applied, 0)?.[0]?.assumptions.join(' ')).toContain('US dollars');
  });
});

describe('the post side', () => {
  it('asks nothing where the rule has the dealer collect only (240.18a-3(c)(1)(ii)(B))', () => {
    const applied = apply('separate-regimes', [SWAP, EQUITY], { side: 'post' });
    expect(legs(applied)).toEqual(['cftc-swaps 400000', 'sec-security-based-swaps 0']);
    expect(applied.margins.has('e')).toBe(true);
  });

  it('turns the sign of replacement costs', () => {
    const pair = [
      position('a', 'fx_forward', { notional: '1000000', marketValue: '900' }),
      position('b', 'fx_forward', { notional: '1000000', marketValue: '-300' }),
    ];
    // collect: net 600 of 900; post: net −600 counts as 0
    expect(apply('separate-regimes', pair).tree.amount.toString()).toBe('96000');
    expect(apply('separate-regimes', pair, { side: 'post' }).tree.amount.toString()).toBe('48000');
  });
});
