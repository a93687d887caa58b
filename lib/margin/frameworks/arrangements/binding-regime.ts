import { ZERO } from '@/lib/core/decimal';
import type { Classification } from '../../classification/regime';
import { buildNode, numberInput } from '../../methods/build-node';
import type { MethodContext, MethodResult, NettingSet } from '../../methods/method';
import { METHODS } from '../../methods/method-registry';
import type { Arrangement, MethodUse } from '../framework';
import { withoutFailures } from './without-failures';

type BindingRegime = Extract<Arrangement, { kind: 'binding-regime' }>;

/**
 * A netting set in which one regime's positions also have to stand by themselves: with positions of another regime present they join its calculation, and
 * are computed alone too; the larger requirement binds. Where the smaller circle binds, positions outside of it ask nothing beyond it.
 */
export function bindingRegimeMargin(
  arrangement: BindingRegime,
  use: MethodUse,
  set: NettingSet,
  context: MethodContext,
  regimes: ReadonlyMap<string, Classification>,
): MethodResult {
  const method = METHODS[use.id];
  const inAlone = ({ position }: NettingSet['positions'][number]) =>
    arrangement.alone.includes(regimes.get(position.positionId)?.regime ?? 'undetermined');
  const own = set.positions.filter(inAlone);
  if (own.length === 0 || own.length === set.positions.length) return method.compute(set, use.parameters, context);
  const together = method.compute({ ...set, path: `${set.path}/together`, label: 'All together' }, use.parameters, context);
  const aloneSet = { ...set, path: `${set.path}/alone`, label: `Alone: ${arrangement.alone.join(', ')}`, positions: own };
  const alone = method.compute(aloneSet, use.parameters, context);
  const aloneBinds = alone.node.amount.gt(together.node.amount);
  const node = buildNode({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    amount: aloneBinds ? alone.node.amount : together.node.amount,
    formula: 'binding-regime: the larger of all positions together and of one regime alone',
    citations: arrangement.citations,
    inputs: [
      numberInput('all positions together', together.node.amount, context.currency),
      numberInput(`${arrangement.alone.join(', ')} alone`, alone.node.amount, context.currency),
      { name: 'binding', value: aloneBinds ? 'one regime alone' : 'all together' },
    ],
    assumptions: aloneBinds ? ['The requirement belongs to the positions of the regime that binds; the others add nothing to it.'] : [],
    children: [together.node, withoutFailures(alone.node)],
  });
  const contributions = aloneBinds
    ? new Map([...together.contributions.keys()].map((id) => [id, alone.contributions.get(id) ?? ZERO]))
    : together.contributions;
  return { node, contributions, standalone: together.standalone };
}
