import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { fromUnits } from '../../evidence/loss-vector';
import { allocate } from '../allocate';
import { daysSum, type LossFrame } from './loss-source';
import type { VarMember } from './var-members';
import type { ComponentId, VarComponent, VarRequirement } from './var-requirement';

/** Decimal places of a part that does not come out exactly; what rounding HALF_UP leaves goes to the largest part. */
const PLACES = 10;

/** Parts of each component that binds, in the order of the members; they add up to the component's amount exactly. */
export type ComponentShares = ReadonlyMap<ComponentId, readonly Decimal[]>;

/**
 * Euler's parts: the amount is Σ factor × loss over the scenarios that make it, and a position's part the same sum of its own losses. Components that do
 * not bind have none, but for the current one where no component binds.
 */
export function componentShares({ components, binding }: VarRequirement, members: readonly VarMember[], frame: LossFrame): ComponentShares {
  const wanted = binding.kind === 'components' ? [...binding.weights.keys()] : ['current'];
  return new Map(
    components
      .filter(({ id }) => wanted.includes(id))
      .map((component) => [
        component.id,
        settle(
          members.map((member) => partOf(component, member, frame)),
          component.amount,
        ),
      ]),
  );
}

function partOf({ groups, window }: VarComponent, { row, rate }: VarMember, { scale, sign }: LossFrame): Decimal {
  let part = ZERO;
  for (const group of groups) {
    const loss = fromUnits(daysSum(row.values, group, window.days) * BigInt(sign), scale);
    part = part.plus(group.factor.eq(1) ? loss : loss.times(group.factor));
  }
  return rate.eq(1) ? part : part.times(rate);
}

/** Each position's part of the requirement; they add up to it exactly. */
export function requirementShares(
  { amount, binding }: VarRequirement,
  shares: ComponentShares,
  members: readonly VarMember[],
  standalone: ReadonlyMap<string, Decimal>,
): Map<string, Decimal> {
  const parts = members.map((_, i) => {
    if (binding.kind !== 'components') return ZERO;
    return sumDecimals([...binding.weights].map(([id, weight]) => (shares.get(id)?.[i] ?? ZERO).times(weight)));
  });
  const settled =
    binding.kind === 'amount'
      ? allocate(
          amount,
          members.map(({ id }) => standalone.get(id) ?? ZERO),
        )
      : settle(parts, amount);
  return new Map(members.map(({ id }, i) => [id, settled[i] ?? ZERO]));
}

/** Parts that already add up stay as they are; others are rounded, and the largest in size takes what is left. */
function settle(parts: readonly Decimal[], amount: Decimal): Decimal[] {
  if (parts.length === 0 || sumDecimals(parts).eq(amount)) return [...parts];
  const rounded = parts.map((part) => part.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP));
  const rest = sumDecimals([amount, sumDecimals(rounded).neg()]);
  let largest = 0;
  rounded.forEach((part, i) => {
    if (part.abs().gt((rounded[largest] ?? ZERO).abs())) largest = i;
  });
  rounded[largest] = sumDecimals([rounded[largest] ?? ZERO, rest]);
  return rounded;
}
