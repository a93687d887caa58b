import { ONE, ZERO } from '@/lib/core/decimal';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import { buildNode, numberInput, slug } from '../build-node';
import type { MarginNode, NodeInput, ParameterReference } from '../margin-node';
import type { ComponentShares } from './var-attribution';
import type { VarMember } from './var-members';
import type { ComponentId, VarComponent, VarRequirement } from './var-requirement';
import { VAR_PARAMETERS, type VarSettings } from './var-settings';

const LABELS: Readonly<Record<ComponentId, string>> = {
  current: 'Current window',
  stressed: 'Stressed scenarios',
  floor: 'Longer history, for the floor',
};
/** Scenarios that are named at a node; the tail of a lower confidence has hundreds. */
const MOST_NAMED = 20;

/** How the requirement follows from the amounts of its windows. */
export function requirementFormula({ stressed, stressedRule, floor }: VarSettings): string {
  const rules = { larger: 'max(current, w × stressed)', blended: '(1 − w) × current + w × stressed', added: 'current + w × stressed' };
  const amount = stressed === null ? 'current' : rules[stressedRule];
  const least = floor === null ? '0' : floor.kind === 'share' ? 'share × longer history, 0' : 'floor amount, 0';
  return `historical.requirement: max(${amount}, ${least})`;
}

/** The settings as a node shows them; the figures are the firm's own. */
export function settingReferences(textOf: (name: keyof typeof VAR_PARAMETERS) => string): ParameterReference[] {
  return (Object.keys(VAR_PARAMETERS) as (keyof typeof VAR_PARAMETERS)[]).map((name) => {
    const parameter = VAR_PARAMETERS[name];
    return { name, value: textOf(name), unit: parameter.kind === 'number' ? parameter.unit : 'setting', citation: null };
  });
}

interface NodeFacts {
  readonly members: readonly VarMember[];
  readonly settings: VarSettings;
  readonly pnl: PnlVectors;
  readonly currency: string;
}

/** A node for each window's amount; positions stand below those that bind, with their parts. */
export function componentNodes(
  parentPath: string,
  { components }: VarRequirement,
  shares: ComponentShares,
  facts: NodeFacts,
): MarginNode[] {
  return components.map((component) => {
    const path = `${parentPath}/${component.id}`;
    const parts = shares.get(component.id);
    return buildNode({
      path,
      label: LABELS[component.id],
      level: 'class',
      amount: component.amount,
      formula: componentFormula(component, facts.settings),
      inputs: componentInputs(component, facts),
      children:
        parts === undefined
          ? []
          : facts.members.map(({ id, rate, row }, i) =>
              buildNode({
                path: `${path}/${slug(id)}`,
                label: id,
                level: 'position',
                amount: parts[i] ?? ZERO,
                formula: "historical.part: the position's own loss in the same scenarios, with the same factors",
                inputs: rate.eq(ONE) ? [] : [numberInput(`${row.currency} in ${facts.currency}`, rate, 'rate')],
              }),
            ),
    });
  });
}

function componentFormula({ id, window }: VarComponent, { measure, interpolated, horizonDays, scaled }: VarSettings): string {
  const equal = window.weights === null;
  const name =
    measure === 'expected-shortfall'
      ? `historical.expected-shortfall: average of the worst ${equal ? '(1 − confidence) × n losses' : 'losses, by weight'}`
      : interpolated && equal
        ? 'historical.value-at-risk: loss at place 1 + (1 − confidence) × (n − 1) from the largest, on the straight line'
        : equal
          ? 'historical.value-at-risk: k-th largest loss, k = floor((1 − confidence) × n) + 1'
          : 'historical.value-at-risk: loss at which the weights from the largest on exceed (1 − confidence) of all';
  const days = horizonDays === 1 ? '' : scaled ? `, × √${horizonDays}` : `, each loss a sum of ${window.days} days`;
  return `${name}${days}${id === 'current' ? '' : '; equal weights'}`;
}

function componentInputs({ groups, window }: VarComponent, { pnl }: NodeFacts): NodeInput[] {
  const ends = groups.flatMap((group) => group.ends);
  const { scenarios } = pnl;
  const from = scenarios[(window.ends[0] ?? 0) - window.days + 1] ?? '';
  return [
    { name: 'losses in the window', value: String(window.ends.length) },
    { name: 'from', value: from },
    { name: 'to', value: scenarios[window.ends[window.ends.length - 1] ?? 0] ?? '' },
    { name: 'scenarios that make the amount', value: String(ends.length) },
    {
      name: ends.length > MOST_NAMED ? `the first ${MOST_NAMED} of them, the largest loss first` : 'they are, the largest loss first',
      value: ends
        .slice(0, MOST_NAMED)
        .map((end) => scenarios[end] ?? '')
        .join(', '),
    },
  ];
}
