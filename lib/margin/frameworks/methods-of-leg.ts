import type { FrameworkLeg, MethodUse } from './framework';

/** Every method that a leg computes by: its own, or of a two-pot arrangement each pot's. */
export function methodsOfLeg({ method, arrangement }: FrameworkLeg): readonly MethodUse[] {
  return arrangement?.kind === 'two-pot' ? arrangement.pots.map((pot) => pot.method) : [method];
}

/** The leg with another use in place of each of its methods. */
export function replaceMethods(leg: FrameworkLeg, replace: (use: MethodUse) => MethodUse): FrameworkLeg {
  const { arrangement } = leg;
  if (arrangement?.kind !== 'two-pot') return { ...leg, method: replace(leg.method) };
  const [first, second] = arrangement.pots;
  const pots = [
    { ...first, method: replace(first.method) },
    { ...second, method: replace(second.method) },
  ] as const;
  return { ...leg, arrangement: { ...arrangement, pots } };
}
