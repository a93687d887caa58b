import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { Result } from '@/lib/core/result';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import { buildNode, slug } from '../build-node';
import { cfr } from '../cite';
import { groupFailures, type PositionFailure } from '../group-failures';
import {
  type MarginMethod,
  type MethodContext,
  type MethodResult,
  type NettingSet,
  parameterValue,
  type ResolvedPosition,
} from '../method';
import { type LossFrame, PositionLosses, setLosses } from './loss-source';
import { componentShares, requirementShares } from './var-attribution';
import { lossSign, type VarMember, varMembers } from './var-members';
import { componentNodes, requirementFormula, settingReferences } from './var-node';
import { varRequirement } from './var-requirement';
import { readVarSettings, VAR_PARAMETERS, type VarSettings } from './var-settings';
import { type VarWindows, varWindows } from './var-windows';

const CITATIONS = [cfr('23.154', '(b)(2)'), cfr('240.18a-3', '(d)(2)'), cfr('39.13', '(g)(2)')];

/** Value at risk or expected shortfall of loaded profit and loss: whole revaluation by the firm's own model, over history or named scenarios. */
export const HISTORICAL_VAR_METHOD: MarginMethod = {
  id: 'historical-var',
  label: 'Historical value at risk',
  citations: CITATIONS,
  nettingKey: ['counterparty'],
  attribution:
    "Euler: a position's part is its own loss in the scenarios that make the amount, with their weights; an amount floor is shared in proportion to what each position asks alone.",
  parameters: Object.values(VAR_PARAMETERS),
  table: [],
  compute(set, parameters, context) {
    const settings = readVarSettings(parameters);
    const { pnl } = context.evidence;
    if (pnl === null) return nothing(set, set.positions, 'No profit and loss vectors were loaded, and this method needs them.');
    const windows = windowsOf(pnl, settings);
    if (!windows.ok) return nothing(set, set.positions, windows.failures.join(' '));
    const { members, failures } = varMembers(set.positions, pnl, context);
    const frame: LossFrame = { scale: pnl.scale, scenarios: pnl.scenarios.length, sign: lossSign(settings, context.side) };
    const result = set.underAgreement ? netted : apart;
    return result(set, { members, failures, frame, windows: windows.value, settings, pnl, context });
  },
};

/** Windows are the same for every netting set of a leg: cut once for vectors, which never change, and settings. */
const WINDOWS = new WeakMap<PnlVectors, Map<string, Result<VarWindows, string>>>();

function windowsOf(pnl: PnlVectors, settings: VarSettings): Result<VarWindows, string> {
  const known = WINDOWS.get(pnl) ?? new Map<string, Result<VarWindows, string>>();
  WINDOWS.set(pnl, known);
  const key = JSON.stringify(settings);
  const windows = known.get(key) ?? varWindows(pnl, settings);
  known.set(key, windows);
  return windows;
}

interface VarCase {
  readonly members: readonly VarMember[];
  readonly failures: readonly PositionFailure[];
  readonly frame: LossFrame;
  readonly windows: VarWindows;
  readonly settings: VarSettings;
  readonly pnl: PnlVectors;
  readonly context: MethodContext;
}

function netted(set: NettingSet, given: VarCase): MethodResult {
  const { members, frame, windows, settings, context } = given;
  const standalone = standalones(given);
  if (members.length === 0) return result(set, given, ZERO, [], new Map(), standalone);
  const requirement = varRequirement(setLosses(members, frame), windows, settings);
  const shares = componentShares(requirement, members, frame);
  const contributions = requirementShares(requirement, shares, members, standalone);
  const children = componentNodes(set.path, requirement, shares, { ...given, currency: context.currency });
  return result(set, given, requirement.amount, children, contributions, standalone);
}

/** Nothing nets the positions: each stands alone. */
function apart(set: NettingSet, given: VarCase): MethodResult {
  const standalone = standalones(given);
  const children = given.members.map(({ id }) =>
    buildNode({
      path: `${set.path}/${slug(id)}`,
      label: id,
      level: 'position',
      amount: standalone.get(id) ?? ZERO,
      formula: requirementFormula(given.settings),
    }),
  );
  return result(set, given, sumDecimals(standalone.values()), children, standalone, standalone);
}

function standalones({ members, frame, windows, settings }: VarCase): Map<string, Decimal> {
  const losses = new PositionLosses(frame);
  return new Map(members.map((member) => [member.id, varRequirement(losses.of(member), windows, settings).amount]));
}

function result(
  set: NettingSet,
  { failures, settings, pnl, windows }: VarCase,
  amount: Decimal,
  children: MethodResult['node']['children'],
  contributions: ReadonlyMap<string, Decimal>,
  standalone: ReadonlyMap<string, Decimal>,
): MethodResult {
  const used = windows.current.ends.length;
  const node = buildNode({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    amount,
    formula: set.underAgreement
      ? requirementFormula(settings)
      : 'historical.apart: sum of the positions, each alone: no agreement nets them',
    citations: CITATIONS,
    parameters: settingReferences((name) => parameterValue(VAR_PARAMETERS[name], settings.given)),
    inputs: [
      { name: 'scenarios loaded', value: String(pnl.scenarios.length) },
      { name: 'losses in the current window', value: String(used) },
      { name: 'first scenario of the file', value: pnl.scenarios[0] ?? '' },
      { name: 'last scenario of the file', value: pnl.scenarios[pnl.scenarios.length - 1] ?? '' },
    ],
    assumptions: assumptionsOf(settings, used),
    failures: groupFailures(failures),
    children,
  });
  return { node, contributions, standalone };
}

function assumptionsOf(settings: VarSettings, used: number): string[] {
  const { confidence, horizonDays, scaled, measure, interpolated, decay } = settings;
  return [
    "The vectors are the firm's own: how they were made, and that they revalue these positions, is not checked here.",
    'The settings are the firm’s; the paragraphs named say what a model for margin has to reach, not how it is computed.',
    ...(confidence.neg().plus(1).times(used).lt(1)
      ? ['There are fewer scenarios than the confidence needs: the amount rests on the largest loss alone.']
      : []),
    ...(horizonDays > 1 && scaled ? ['The square root of time takes days to be independent and alike.'] : []),
    ...(horizonDays > 1 && !scaled ? ['Sums of days overlap, so they are not independent of each other.'] : []),
    ...(interpolated && measure === 'expected-shortfall' ? ['Expected shortfall is the exact tail average; nothing is interpolated.'] : []),
    ...(interpolated && decay !== null && measure === 'value-at-risk'
      ? ['Losses of unequal weight are not interpolated: the loss at which the weights exceed the tail counts.']
      : []),
  ];
}

function nothing(set: NettingSet, positions: readonly ResolvedPosition[], message: string): MethodResult {
  const failures = positions.map(({ position }) => ({ reason: 'MISSING_DATA', positionId: position.positionId, message }) as const);
  const node = buildNode({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    amount: ZERO,
    formula: 'historical.requirement: not computed',
    citations: CITATIONS,
    failures: groupFailures(failures),
  });
  return { node, contributions: new Map(), standalone: new Map() };
}
