import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '../../classification/regime';
import type { AppliedFramework } from '../../frameworks/apply-framework';
import { TWO_POT } from '../../frameworks/built-in/two-pot';
import type { Framework } from '../../frameworks/framework';
import type { Position, Product } from '../../portfolio/position';
import type { TreasuryClearingWhatIf } from '../../report/detail-reports';
import { type AnalysisRun, marginOf } from '../analysis-run';

type Stage = TreasuryClearingWhatIf['stages'][number];

/** Dates of 90 FR 11134: what a covered clearing agency's rules must have its direct participants submit. */
const STAGES: readonly (Pick<Stage, 'id' | 'label' | 'from'> & { readonly moves: readonly Product[] })[] = [
  { id: 'today', label: 'As it is', from: null, moves: [] },
  { id: 'cash', label: 'Cash Treasuries cleared', from: '2026-12-31', moves: ['treasury'] },
  { id: 'cash-and-repo', label: 'Cash Treasuries and repo cleared', from: '2027-06-30', moves: ['treasury', 'repo'] },
];
const CITATIONS = [
  '17 CFR 240.17ad-22(e)(18)(iv)(A) and (B)',
  '89 FR 2829 (16 January 2024)',
  '90 FR 11134 (4 March 2025), Release 34-102487: 31 December 2026 for cash transactions, 30 June 2027 for repo',
];
const NOTES = [
  'The duty is that of the direct participants of a covered clearing agency for eligible secondary-market trades; every bilateral Treasury and repo of the portfolio is taken as eligible.',
  'Treasuries that stay bilateral are margined as under the baseline; a repo that stays bilateral has no amount there.',
  'What is cleared, and the futures, are taken as one account of the firm at each clearing house, margined by the two-pot arrangement’s models; only positions with profit and loss enter them.',
];
const FUTURES: ReadonlySet<Product> = new Set<Product>(['treasury_future', 'interest_rate_future']);

/**
 * Bilateral Treasury and repo volume moved into clearing, stage by stage, with and without cross-margining against Treasury and rate futures. `framework`
 * holds the two-pot arrangement; its saving is switched off for the amounts apart.
 */
export function treasuryClearing(run: AnalysisRun, pulse: () => void, framework: Framework = TWO_POT): TreasuryClearingWhatIf {
  const of = (test: (position: Position, regime: string) => boolean) =>
    run.portfolio.positions.filter((position) => test(position, run.regimes.get(position.positionId)?.regime ?? 'undetermined'));
  const bilateral = of(({ product }, regime) => regime === 'sec-securities-account' && (product === 'treasury' || product === 'repo'));
  const cleared = of((_, regime) => regime === 'cleared-treasuries');
  const futures = of(({ product }, regime) => regime === 'futures' && FUTURES.has(product));
  const stages = STAGES.map(({ moves, ...stage }): Stage => {
    pulse();
    const moved = bilateral.filter(({ product }) => moves.includes(product));
    const staying = bilateral.filter(({ product }) => !moves.includes(product));
    const remaining = marginOf(run, run.baseline.framework, staying);
    const house = [...moved, ...cleared, ...futures].map(asHouse);
    const regimes = new Map(house.map((position) => [position.positionId, regimeOf(position)]));
    const apart = marginOf(run, withoutSaving(framework), house, regimes);
    const together = marginOf(run, framework, house, regimes);
    const inFutures = sumOf(apart, ({ product }) => FUTURES.has(product));
    const treasuries = sumDecimals([remaining.tree.amount, sumOf(apart, ({ product }) => !FUTURES.has(product))]);
    const separate = sumDecimals([remaining.tree.amount, apart.tree.amount]);
    const crossMargined = sumDecimals([remaining.tree.amount, together.tree.amount]);
    const missing = [
      ...staying.filter((position) => !remaining.margins.has(position.positionId)),
      ...house.filter((position) => !apart.margins.has(position.positionId)),
    ];
    const nothing = house.length > 0 && apart.margins.size === 0;
    const orNull = (amount: Decimal) => (nothing ? null : amount.toString());
    return {
      ...stage,
      moved: moved.length,
      treasuries: orNull(treasuries),
      futures: orNull(inFutures),
      separate: orNull(separate),
      crossMargined: orNull(crossMargined),
      saving: orNull(sumDecimals([separate, crossMargined.neg()])),
      note: missing.length === 0 ? null : missingNote(missing, nothing),
    };
  });
  const none = bilateral.length + cleared.length === 0 ? ['The portfolio holds no Treasuries and no repo.'] : [];
  return { stages, citations: CITATIONS, notes: [...none, ...NOTES] };
}

/** The position as the firm's own at the clearing houses: all of one netting set. */
function asHouse(position: Position): Position {
  const house = FUTURES.has(position.product) ? position.clearedBy : (position.clearedBy ?? 'FICC');
  return { ...position, counterparty: null, nettingAgreement: null, account: null, clearedBy: house };
}

function regimeOf({ positionId, product }: Position): Classification {
  const futures = FUTURES.has(product);
  return {
    positionId,
    regime: futures ? 'futures' : 'cleared-treasuries',
    agency: futures ? 'CFTC' : 'SEC',
    test: 'what-if',
    reason: 'Taken so for comparison.',
    citation: null,
  };
}

function withoutSaving(framework: Framework): Framework {
  return {
    ...framework,
    legs: framework.legs.map((leg) =>
      leg.arrangement?.kind === 'two-pot' ? { ...leg, arrangement: { ...leg.arrangement, savingCap: '0', ignoredBelow: '0' } } : leg,
    ),
  };
}

function sumOf({ margins }: AppliedFramework, test: (position: Position) => boolean): Decimal {
  return sumDecimals([...margins.values()].filter(({ position }) => test(position)).map(({ contribution }) => contribution));
}

function missingNote(missing: readonly Position[], nothing: boolean): string {
  const products = [...new Set(missing.map(({ product }) => product.replaceAll('_', ' ')))].sort().join(', ');
  const start = nothing ? 'Nothing that is cleared has an amount' : `${missing.length} positions have no amount and count as nothing`;
  return `${start} (${products}): the models need profit and loss of each position, and a bilateral repo has no margin rule.`;
}
