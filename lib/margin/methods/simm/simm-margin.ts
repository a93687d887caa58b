import { type Decimal, ONE, sumDecimals } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { SimmHorizon, SimmPack } from '../../parameters/simm-pack';
import { buildNode, numberInput } from '../build-node';
import type { MarginNode } from '../margin-node';
import type { CrifNetting, UsdRates } from './crif-netting';
import {
  inCurrency,
  type MarginSettings,
  NO_MEASURES,
  type RegulationMargin,
  regulationMargin,
  type SimmMeasures,
  segment,
} from './regulation-margin';
import { addOnCountsUnder, countsUnder, regulationsOf, SEC_UNSEGREGATED } from './regulations';
import { SimmFigures } from './simm-figures';

/** `worst`: the largest of each regulation's own; `all`: every row, whatever its regulations; the two SEC parts; or one regulation's name. */
export type RegulationChoice = 'worst' | 'all' | 'segregated' | 'unsegregated' | (string & {});

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
    return nettingSetMargin(portfolioId, own, settings, request.regulation);
  });
  const measureOf = (name: keyof SimmMeasures) => inCurrency(sumDecimals(sets.map(({ measures }) => measures[name])), rate);
  const total = inCurrency(sumDecimals(sets.map(({ node }) => node.amount)), rate);
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
    children: sets.map(({ node }) => node),
  });
  const withTag = sets.filter(({ unsegregated }) => unsegregated !== null);
  const segregation =
    withTag.length === 0
      ? null
      : {
          segregated: inCurrency(sumDecimals(sets.map(({ segregated }) => segregated)), rate),
          unsegregated: inCurrency(sumDecimals(sets.map(({ unsegregated }) => unsegregated ?? NO_MEASURES.delta)), rate),
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
    warnings: [...new Set([...netting.notes, ...sets.flatMap(({ notes }) => notes)])].sort(),
  });
}

type NettingSetRows = Parameters<typeof regulationMargin>[0];

function nettingSetMargin(portfolioId: string, rows: NettingSetRows, settings: MarginSettings, choice: RegulationChoice) {
  const path = `simm/${segment(portfolioId)}`;
  const named = namesOf(rows, choice);
  const margins = regulationMargins(rows, named, settings, path);
  const wanted = margins.filter(({ names }) => isWanted(names, choice));
  const binding = largest(wanted);
  const without = largest(margins.filter(({ names }) => isWanted(names, 'segregated')));
  const unseg = margins.find(({ names }) => names.includes(SEC_UNSEGREGATED));
  const node = buildNode({
    path,
    label: portfolioId,
    level: 'netting-set',
    amount: binding?.margin.total ?? NO_MEASURES.delta,
    formula: named === null || wanted.length < 2 ? 'the rows that count' : 'simm.worst-of: the largest of the regulations',
    inputs: binding === undefined ? [] : [{ name: 'binding regulation', value: binding.names.join(', ') || 'none named' }],
    assumptions:
      named !== null && margins.some(({ names }) => names.includes('Unspecified'))
        ? ['Rows that name no regulation stand under none of those named and are computed on their own.']
        : [],
    children: wanted.map(({ margin }) => margin.node),
  });
  return {
    node,
    measures: binding?.margin.measures ?? NO_MEASURES,
    segregated: without?.margin.total ?? NO_MEASURES.delta,
    unsegregated: unseg?.margin.total ?? null,
    notes: wanted.flatMap(({ margin }) => margin.notes),
  };
}

/** The regulations to compute; null: none is named, or they shall not matter. */
function namesOf(rows: NettingSetRows, choice: RegulationChoice): readonly string[] | null {
  if (choice === 'all') return null;
  const named = regulationsOf([...rows.sensitivities, ...rows.refused], rows.addOns);
  return named === null || choice === 'worst' || choice === 'segregated' || choice === 'unsegregated' ? named : [choice];
}

interface NamedMargin {
  readonly names: readonly string[];
  readonly margin: RegulationMargin;
}

/** Each regulation's margin; regulations with the same rows share one. */
function regulationMargins(rows: NettingSetRows, named: readonly string[] | null, settings: MarginSettings, path: string): NamedMargin[] {
  if (named === null) return [{ names: [], margin: regulationMargin(rows, settings, `${path}/all`, 'All rows') }];
  const groups = new Map<string, { names: string[]; counted: NettingSetRows }>();
  for (const name of named) {
    const counted = {
      sensitivities: rows.sensitivities.filter((item) => countsUnder(item, name)),
      addOns: rows.addOns.filter((item) => addOnCountsUnder(item, name)),
      refused: rows.refused.filter((item) => countsUnder(item, name)),
    };
    const signature = [
      rows.sensitivities.map((item) => countsUnder(item, name)),
      rows.addOns.map((item) => addOnCountsUnder(item, name)),
      rows.refused.map((item) => countsUnder(item, name)),
    ]
      .map((flags) => flags.map(Number).join(''))
      .join('|');
    const same = groups.get(signature);
    // the tag of the SEC is kept apart, so that segregation can be told
    if (same && name !== SEC_UNSEGREGATED && !same.names.includes(SEC_UNSEGREGATED)) same.names.push(name);
    else groups.set(same ? `${signature} ${name}` : signature, { names: [name], counted });
  }
  return [...groups.values()].map(({ names, counted }) => ({
    names,
    margin: regulationMargin(counted, settings, `${path}/${segment(names.join('+'))}`, names.join(', ')),
  }));
}

function isWanted(names: readonly string[], choice: RegulationChoice): boolean {
  const tagged = names.includes(SEC_UNSEGREGATED);
  if (choice === 'segregated') return !tagged;
  return choice === 'unsegregated' ? tagged : true;
}

function largest(margins: readonly NamedMargin[]): NamedMargin | undefined {
  return margins.reduce<NamedMargin | undefined>(
    (best, each) => (best === undefined || each.margin.total.gt(best.margin.total) ? each : best),
    undefined,
  );
}
