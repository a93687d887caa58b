import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { usdRates } from '../../evidence/usd-rates';
import { scaleCorrelations } from '../../parameters/scale-correlations';
import type { SimmPack } from '../../parameters/simm-pack';
import { buildNode, slug } from '../build-node';
import { cfr } from '../cite';
import { closeShares } from '../close-shares';
import { groupFailures, type PositionFailure } from '../group-failures';
import type { Citation, FailureReason, MarginFailure } from '../margin-node';
import type { MarginMethod, MethodContext, MethodResult, NettingSet } from '../method';
import { CrifNetting } from './crif-netting';
import { addPosition, type PositionRows, rowsAlone, shareOf } from './position-rows';
import { type CountedRows, inCurrency, type MarginSettings } from './regulation-margin';
import { SimmFigures } from './simm-figures';
import { SIMM_PARAMETERS, type SimmSettings, simmSettings } from './simm-parameters';
import { type SimmSetMargin, simmSetMargin } from './simm-set-margin';
import { treeInCurrency } from './tree-in-currency';

const CITATION: Citation = { paragraph: 'ISDA SIMM Methodology, in the version of the parameter pack', standing: 'secondary' };

/** ISDA's standard model on the sensitivities of the positions, where a regulator has approved it as a model (17 CFR 23.154(b)). */
export const SIMM_METHOD: MarginMethod = {
  id: 'simm',
  label: 'Standard initial margin model (SIMM)',
  citations: [CITATION, cfr('23.154', '(b)')],
  nettingKey: ['counterparty', 'nettingAgreement'],
  attribution:
    'The amount of a netting set is attributed by Euler: what a small change of each net sensitivity moves the margin, with concentration factors and the θ and λ of curvature held, times the position’s own sensitivities; fixed add-ons go to the positions that they come from. A position that hedges others has a negative part.',
  parameters: SIMM_PARAMETERS,
  table: [],
  compute(set, parameters, context) {
    const { simmPack } = context.evidence;
    if (simmPack === null)
      return nothing(set, 'MISSING_DATA', 'SIMM needs a parameter pack, which the firm supplies; none was given with the run.');
    const rates = usdRates(context.evidence.rates);
    const rate = rates.get(context.currency);
    if (rate === undefined)
      return nothing(
        set,
        'NO_RATE',
        `There is no rate from ${context.currency} to USD, in which SIMM states its thresholds: an FX rates file gives one.`,
      );
    const settings = simmSettings(parameters);
    const figures = new SimmFigures(scaleCorrelations(simmPack, settings.correlationScale), settings.horizon, context.currency);
    return new SetCalculation(set, settings, context, { figures, side: context.side, rates }, rate).result(simmPack);
  },
};

const NO_ROWS = 'The run has no sensitivities of this position: a CRIF gives them, with the position’s id as TradeID.';

/** One netting set: the calculation of all its rows together, and of each position's on their own. */
class SetCalculation {
  private readonly failures: PositionFailure[] = [];

  constructor(
    private readonly set: NettingSet,
    private readonly settings: SimmSettings,
    private readonly context: MethodContext,
    private readonly margin: MarginSettings,
    private readonly rate: Decimal,
  ) {}

  result(pack: SimmPack): MethodResult {
    const netting = new CrifNetting(this.context.side, Number.POSITIVE_INFINITY);
    const ids = this.set.positions.map(({ position }) => position.positionId).sort();
    const positions = ids.flatMap((id) => this.addTo(netting, id) ?? []);
    const { sensitivities, addOns, refused } = netting;
    const together = this.compute({ sensitivities, addOns, refused }, this.set.path, this.set.label);
    const shares = this.sharesOf(positions, together);
    if (!this.set.underAgreement) return this.eachAlone(positions, shares, pack);
    const withAmount = positions.filter((_, i) => shares[i] !== null);
    const amount = inCurrency(together.total, this.rate);
    const parts = shares.flatMap((share) => (share === null ? [] : [inCurrency(share, this.rate)]));
    const closed = closeShares(amount, parts);
    if (this.context.totalOnly) return this.totalOnly(amount, withAmount, closed);
    const node = together.node();
    return {
      node: {
        ...treeInCurrency(node, this.rate),
        citations: [this.margin.figures.citation],
        assumptions: [...node.assumptions, ...this.assumptions(pack), ...netting.notes, ...new Set(together.notes())],
        failures: [...this.missing(), ...node.failures],
      },
      contributions: new Map(withAmount.map(({ positionId }, i) => [positionId, closed[i] ?? ZERO])),
      standalone: new Map(
        withAmount.map((rows) => [rows.positionId, inCurrency((positions.length === 1 ? together : this.alone(rows)).total, this.rate)]),
      ),
    };
  }

  /** Without the tree, and without each position's calculation on its own. */
  private totalOnly(amount: Decimal, positions: readonly PositionRows[], parts: readonly Decimal[]): MethodResult {
    const { path, label } = this.set;
    const contributions = new Map(positions.map(({ positionId }, i) => [positionId, parts[i] ?? ZERO]));
    const node = buildNode({ path, label, level: 'netting-set', amount, formula: 'the margin of the set', failures: this.missing() });
    return { node, contributions, standalone: contributions };
  }

  /** Where nothing nets the positions each is a calculation of its own, and they add up. */
  private eachAlone(positions: readonly PositionRows[], shares: readonly (Decimal | null)[], pack: SimmPack): MethodResult {
    const alone = positions.map((rows) => this.alone(rows));
    const amounts = new Map(
      positions.flatMap(({ positionId }, i) =>
        shares[i] === null ? [] : [[positionId, inCurrency(alone[i]?.total ?? ZERO, this.rate)] as const],
      ),
    );
    const node = buildNode({
      path: this.set.path,
      label: this.set.label,
      level: 'netting-set',
      amount: sumDecimals(amounts.values()),
      formula: 'sum of the positions, which nothing nets',
      citations: [this.margin.figures.citation],
      assumptions: this.assumptions(pack),
      failures: this.missing(),
      children: alone.map((margin) => treeInCurrency(margin.node(), this.rate)),
    });
    return { node, contributions: amounts, standalone: amounts };
  }

  private addTo(netting: CrifNetting, positionId: string): PositionRows | null {
    const rows = addPosition(netting, positionId, this.context.evidence.sensitivities.get(positionId) ?? []);
    if (rows === null) this.failures.push({ reason: 'MISSING_DATA', positionId, message: NO_ROWS });
    return rows;
  }

  private compute(rows: CountedRows, path: string, label: string): SimmSetMargin {
    return simmSetMargin(path, label, rows, this.margin, this.settings.regulation);
  }

  /** Each position's part in dollars; null where nothing of it has an amount. */
  private sharesOf(positions: readonly PositionRows[], { binding }: SimmSetMargin): (Decimal | null)[] {
    const slopes = binding?.slopes() ?? new Map();
    const counted = new Set<unknown>(binding === null ? [] : [...binding.counted.sensitivities, ...binding.counted.addOns]);
    return positions.map((position) => shareOf(position, slopes, counted));
  }

  private alone(rows: PositionRows): SimmSetMargin {
    return this.compute(rowsAlone(rows), `${this.set.path}/${slug(rows.positionId)}`, rows.positionId);
  }

  private missing(): MarginFailure[] {
    return groupFailures(this.failures);
  }

  private assumptions({ verification }: SimmPack): string[] {
    const { correlationScale } = this.settings;
    return [
      ...(correlationScale.eq(ONE)
        ? []
        : [`Every correlation of the version is multiplied by ${correlationScale}, which no published version does.`]),
      ...(this.rate.eq(ONE)
        ? []
        : [
            `Computed in US dollars, in which the version states its thresholds, and turned at ${this.rate} USD for 1 ${this.context.currency}.`,
          ]),
      ...(verification === null ? [] : [`The pack says of itself: ${verification}`]),
    ];
  }
}

/** A netting set of which nothing can be computed, for a reason that all its positions share. */
function nothing(set: NettingSet, reason: FailureReason, message: string): MethodResult {
  const failures = groupFailures(set.positions.map(({ position }) => ({ reason, positionId: position.positionId, message })));
  const node = buildNode({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    amount: ZERO,
    formula: 'nothing was computed',
    citations: [CITATION],
    failures,
  });
  return { node, contributions: new Map(), standalone: new Map() };
}
