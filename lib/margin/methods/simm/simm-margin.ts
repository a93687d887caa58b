import { type Decimal, ONE, sumDecimals } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { SimmHorizon, SimmPack } from '../../parameters/simm-pack';
import { buildNode, numberInput } from '../build-node';
import type { MarginFailure, MarginNode } from '../margin-node';
import type { CrifNetting, UsdRates } from './crif-netting';
import { inCurrency, type MarginSettings, type SimmMeasures, segment } from './regulation-margin';
import { SimmFigures } from './simm-figures';
import { type RegulationChoice, simmSetMargin } from './simm-set-margin';

export interface SimmRequest {
  readonly horizon: SimmHorizon;
  /** Its own FX sensitivity counts nothing, and its volatility group chooses FX figures. */
  readonly calculationCurrency: string;
  /** The currency of the amounts; one other than USD needs a rate. */
  readonly resultCurrency: string;
  readonly regulation: RegulationChoice;
  readonly rates: UsdRates;
}

export interface SimmResult {
  readonly tree: MarginNode;
  readonly total: Decimal;
  readonly measures: SimmMeasures;
  /** The largest without the tag SEC-unseg, and that tag's own; null where no row has it. */
  readonly segregation: { readonly segregated: Decimal; readonly unsegregated: Decimal } | null;
  readonly warnings: readonly string[];
}

/**
 * The margin of every netting set of a CRIF, added up. Within a netting set each regulation is computed on its own rows and the largest counts.
 * Computed in dollars, in which the version states its thresholds, and turned into the result currency at the end: the margin is
 * homogeneous, so both orders give the same. Fails only where the result currency has no rate.
 */
export function simmMargin(netting: CrifNetting, pack: SimmPack, request: SimmRequest): Result<SimmResult, string> {
  const rate = request.resultCurrency === 'USD' ? ONE : request.rates.get(request.resultCurrency);
  if (rate === undefined) return failure(`There is no rate from ${request.resultCurrency} to USD, in which the method computes.`);
  const figures = new SimmFigures(pack, request.horizon, request.calculationCurrency);
  const settings: MarginSettings = { figures, side: netting.side, rates: request.rates };
  const all = { sensitivities: netting.sensitivities, addOns: netting.addOns, refused: netting.refused };
  const portfolios = [...new Set(Object.values(all).flatMap((items) => items.map(({ portfolioId }) => portfolioId)))].sort();
  const sets = portfolios.map((portfolioId) => {
    const own = {
      sensitivities: all.sensitivities.filter((item) => item.portfolioId === portfolioId),
      addOns: all.addOns.filter((item) => item.portfolioId === portfolioId),
      refused: all.refused.filter((item) => item.portfolioId === portfolioId),
    };
    return simmSetMargin(`simm/${segment(portfolioId)}`, portfolioId, own, settings, request.regulation);
  });
  const ofSets = sets.map((set) => set.measures());
  const measureOf = (name: keyof SimmMeasures) => inCurrency(sumDecimals(ofSets.map((measures) => measures[name])), rate);
  const total = inCurrency(sumDecimals(sets.map((set) => set.total)), rate);
  const tree = buildNode({
    path: 'simm',
    label: `SIMM ${pack.version}, ${request.horizon === '10d' ? '10 days' : '1 day'}`,
    level: 'total',
    amount: total,
    formula: rate.eq(1) ? 'sum of the netting sets' : `sum of the netting sets ÷ ${rate} USD for 1 ${request.resultCurrency}`,
    citations: [figures.citation],
    inputs: [
      { name: 'currency', value: request.resultCurrency },
      { name: 'calculation currency', value: request.calculationCurrency },
      ...(rate.eq(1) ? [] : [numberInput(`USD for 1 ${request.resultCurrency}`, rate, 'USD')]),
    ],
    assumptions: [
      ...(rate.eq(1) ? [] : ['Amounts below this node are in US dollars, in which the version states its thresholds.']),
      ...(pack.verification === null ? [] : [`The pack says of itself: ${pack.verification}`]),
    ],
    children: sets.map(({ node }, i) => withFailures(node(), netting.models.failuresOf(portfolios[i] ?? ''))),
  });
  const unsegregated = sets.flatMap((set) => set.unsegregated() ?? []);
  const segregation =
    unsegregated.length === 0
      ? null
      : {
          segregated: inCurrency(sumDecimals(sets.map((set) => set.segregated())), rate),
          unsegregated: inCurrency(sumDecimals(unsegregated), rate),
        };
  const measures = {
    delta: measureOf('delta'),
    vega: measureOf('vega'),
    curvature: measureOf('curvature'),
    baseCorr: measureOf('baseCorr'),
    addOn: measureOf('addOn'),
  };
  return success({
    tree,
    total,
    measures,
    segregation,
    warnings: [...new Set([...netting.notes, ...sets.flatMap(({ notes }) => notes())])].sort(),
  });
}

function withFailures(node: MarginNode, failures: readonly MarginFailure[]): MarginNode {
  return failures.length === 0 ? node : { ...node, failures: [...failures, ...node.failures] };
}
