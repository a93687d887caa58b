import { Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { buildNode, buildSum, numberInput } from '../../methods/build-node';
import { groupFailures } from '../../methods/group-failures';
import type { MarginFailure, MarginNode } from '../../methods/margin-node';
import type { MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../../methods/method';
import { METHODS } from '../../methods/method-registry';
import type { Arrangement, Pot } from '../framework';
import { withoutFailures } from './without-failures';

type TwoPot = Extract<Arrangement, { kind: 'two-pot' }>;

/** A pot with its positions that have an amount by its own method. */
interface PotMargin {
  readonly pot: Pot;
  readonly result: MethodResult;
  readonly positions: readonly ResolvedPosition[];
}

/** What one pot's model makes of the whole: the share it would save, with the nodes that show it, or the positions it cannot compute. */
interface ModelView {
  readonly share: Decimal;
  readonly node: MarginNode;
  readonly missing: readonly string[];
}

/**
 * Two clearing houses that keep a requirement each and let both be lowered by one share: each computes the combined portfolio by its own model, its saving
 * is 1 − combined ÷ (both pots' requirements by that model), and the smaller of both savings counts, up to a cap, and not at all where it is small.
 */
export function twoPotMargin(
  arrangement: TwoPot,
  set: NettingSet,
  context: MethodContext,
  fits: (pot: Pot, resolved: ResolvedPosition) => boolean,
): MethodResult {
  const [first, second] = arrangement.pots;
  const inFirst: ResolvedPosition[] = [];
  const inSecond: ResolvedPosition[] = [];
  const outside: string[] = [];
  for (const resolved of set.positions) {
    if (fits(first, resolved)) inFirst.push(resolved);
    else if (fits(second, resolved)) inSecond.push(resolved);
    else outside.push(resolved.position.positionId);
  }
  const pots = [potMargin(first, inFirst, set, context), potMargin(second, inSecond, set, context)] as const;
  const contributions = new Map([...pots[0].result.contributions, ...pots[1].result.contributions]);
  const standalone = new Map([...pots[0].result.standalone, ...pots[1].result.standalone]);
  const saving = savingOf(arrangement, pots, set, context, contributions);
  for (const [id, change] of saving.changes) contributions.set(id, sumDecimals([contributions.get(id) ?? ZERO, change]));
  const failures = outside.map((positionId) => ({
    reason: 'NOT_APPLICABLE' as const,
    positionId,
    message: 'Neither pot of the arrangement takes this position.',
  }));
  const node = buildSum({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    formula: "two-pot: both pots' own requirements, less the same share of each",
    citations: arrangement.citations,
    failures: groupFailures(failures),
    children: [
      ...pots.flatMap(({ positions, result }) => (positions.length === 0 && result.node.failures.length === 0 ? [] : [result.node])),
      ...saving.nodes,
    ],
  });
  return { node, contributions, standalone };
}

function potMargin(pot: Pot, positions: readonly ResolvedPosition[], set: NettingSet, context: MethodContext): PotMargin {
  const own = { path: `${set.path}/${pot.id}`, label: pot.label, underAgreement: set.underAgreement, positions };
  const result = METHODS[pot.method.id].compute(own, pot.method.parameters, context);
  return { pot, result, positions: positions.filter(({ position }) => result.contributions.has(position.positionId)) };
}

interface Saving {
  readonly nodes: readonly MarginNode[];
  readonly changes: ReadonlyMap<string, Decimal>;
}

function savingOf(
  arrangement: TwoPot,
  pots: readonly [PotMargin, PotMargin],
  set: NettingSet,
  context: MethodContext,
  contributions: ReadonlyMap<string, Decimal>,
): Saving {
  const [one, other] = pots;
  if (one.positions.length === 0 || other.positions.length === 0) return { nodes: [], changes: new Map() };
  const path = `${set.path}/saving`;
  const views = [modelView(one, other, set, path, context), modelView(other, one, set, path, context)] as const;
  const cap = new Decimal(arrangement.savingCap);
  const least = new Decimal(arrangement.ignoredBelow);
  const smaller = Decimal.max(Decimal.min(views[0].share, views[1].share), ZERO);
  const failures = pots.flatMap((pot, i) => cannotCompute(pot, views[i]?.missing ?? []));
  const applied = failures.length > 0 || smaller.lt(least) ? ZERO : Decimal.min(smaller, cap);
  const changes = new Map(applied.isZero() ? [] : [...contributions].map(([id, amount]) => [id, amount.times(applied).neg()]));
  const [citation = null] = arrangement.citations;
  const node = buildNode({
    path,
    label: 'Saving by cross-margining',
    level: 'adjustment',
    amount: sumDecimals(changes.values()),
    formula: "two-pot.saving: − share applied × both pots' own requirements",
    citations: arrangement.citations,
    parameters: [
      { name: 'cap of the share', value: arrangement.savingCap, unit: 'ratio', citation },
      { name: 'shares below this are ignored', value: arrangement.ignoredBelow, unit: 'ratio', citation },
    ],
    inputs: [
      numberInput(`own requirement, ${one.pot.label}`, one.result.node.amount, context.currency),
      numberInput(`own requirement, ${other.pot.label}`, other.result.node.amount, context.currency),
      ...pots.map(({ pot }, i) => numberInput(`share saved by the model of ${pot.label}`, views[i]?.share ?? ZERO, 'ratio')),
      numberInput('smaller share, at least 0', smaller, 'ratio'),
      numberInput('share applied', applied, 'ratio'),
    ],
    assumptions: ['Amounts below this node are those of each model and are not added up: the share is made of them.'],
    failures,
    children: views.map((view) => view.node),
  });
  return { nodes: [node], changes };
}

/** The pot's model on the combined portfolio, and on the other pot's positions by themselves. */
function modelView(own: PotMargin, other: PotMargin, set: NettingSet, parentPath: string, context: MethodContext): ModelView {
  const method = METHODS[own.pot.method.id];
  const path = `${parentPath}/${own.pot.id}`;
  const compute = (segment: string, label: string, positions: readonly ResolvedPosition[]) =>
    method.compute(
      { path: `${path}/${segment}`, label, underAgreement: set.underAgreement, positions },
      own.pot.method.parameters,
      context,
    );
  const combined = compute('combined', 'Both pots together', [...own.positions, ...other.positions]);
  const apart = compute('other-pot', `${other.pot.label}, by this model`, other.positions);
  const missing = [
    ...own.positions.filter(({ position }) => !combined.contributions.has(position.positionId)),
    ...other.positions.filter(({ position: { positionId: id } }) => !combined.contributions.has(id) || !apart.contributions.has(id)),
  ].map(({ position }) => position.positionId);
  const sum = sumDecimals([own.result.node.amount, apart.node.amount]);
  const share = sum.gt(0) ? sumDecimals([ONE, combined.node.amount.div(sum).neg()]) : ZERO;
  const node = buildNode({
    path,
    label: `By the model of ${own.pot.label}`,
    level: 'class',
    amount: combined.node.amount,
    formula: 'two-pot.model: combined requirement; share saved = 1 − combined ÷ (own + other pot by this model)',
    citations: method.citations,
    inputs: [
      { name: 'method', value: method.label },
      numberInput('own positions', own.result.node.amount, context.currency),
      numberInput("the other pot's positions", apart.node.amount, context.currency),
      numberInput('both together', combined.node.amount, context.currency),
      numberInput('share saved', share, 'ratio'),
    ],
    children: [withoutFailures(combined.node), withoutFailures(apart.node)],
  });
  return { share, node, missing };
}

function cannotCompute({ pot }: PotMargin, missing: readonly string[]): MarginFailure[] {
  if (missing.length === 0) return [];
  const { label } = METHODS[pot.method.id];
  return [
    {
      reason: 'NOT_APPLICABLE',
      positionIds: [...missing].sort(),
      message: `The model of ${pot.label} (${label}) cannot compute these positions of both pots together, so nothing is saved: each pot's own requirement stands.`,
    },
  ];
}
