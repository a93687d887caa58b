import { Decimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { parameterProblem } from '../methods/method';
import { METHODS } from '../methods/method-registry';
import type { Arrangement, Framework, FrameworkLeg, MethodUse, Scope } from './framework';
import { frameworkSchema } from './framework-schema';
import { BUILT_IN_FRAMEWORKS } from './frameworks';

/** The method whose amounts are given and not computed. */
const CHARGED: string = 'external';

/**
 * Reads a framework that somebody wrote or edited, from its JSON value. Every problem is a sentence with the place it is at. A copy of a built-in
 * framework must have an id of its own; whatever the file says, it is not built in.
 */
export function parseFramework(value: unknown): Result<Framework, string> {
  const parsed = frameworkSchema.safeParse(value);
  if (!parsed.success) return failure(...parsed.error.issues.map((issue) => `${issue.path.join('.') || 'framework'}: ${issue.message}`));
  const problems = [...idProblems(parsed.data), ...parsed.data.legs.flatMap(legProblems)];
  return problems.length > 0 ? failure(...problems) : success({ ...parsed.data, builtIn: false });
}

function idProblems({ id: own, legs }: Framework): string[] {
  const problems: string[] = [];
  if (BUILT_IN_FRAMEWORKS.some((builtIn) => builtIn.id === own))
    problems.push(`id: "${own}" is the id of a built-in framework; give the copy another.`);
  const seen = new Set<string>();
  for (const { id: legId } of legs) {
    if (seen.has(legId)) problems.push(`legs: two legs have the id "${legId}".`);
    seen.add(legId);
  }
  return problems;
}

function legProblems(leg: FrameworkLeg): string[] {
  const at = `legs.${leg.id}`;
  return [
    ...methodProblems(`${at}.method`, leg.method),
    ...(leg.arrangement === undefined ? [] : arrangementProblems(`${at}.arrangement`, leg, leg.arrangement)),
  ];
}

function methodProblems(at: string, { id, parameters }: MethodUse): string[] {
  const known = METHODS[id].parameters;
  return Object.entries(parameters).flatMap(([name, value]) => {
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) return [`${at}.parameters: the method ${id} has no parameter "${name}".`];
    const problem = parameterProblem(parameter, value);
    return problem === null ? [] : [`${at}.parameters.${name}: ${problem}.`];
  });
}

function arrangementProblems(at: string, leg: FrameworkLeg, arrangement: Arrangement): string[] {
  if (arrangement.kind === 'binding-regime') return bindingProblems(at, leg, arrangement.alone);
  const { pots, savingCap, ignoredBelow } = arrangement;
  const problems = pots.flatMap((pot) => [
    ...methodProblems(`${at}.pots.${pot.id}.method`, pot.method),
    ...(neverFits(leg.scope, pot.scope) ? [`${at}.pots.${pot.id}.scope: no position of the leg's scope fits it.`] : []),
    ...(pot.method.id === CHARGED
      ? [
          `${at}.pots.${pot.id}.method: an amount that was charged cannot be computed for both pots together; choose a method that computes.`,
        ]
      : []),
  ]);
  if (pots[0].id === pots[1].id) problems.push(`${at}.pots: both pots have the id "${pots[0].id}".`);
  if (pots.some((pot) => pot.id === 'saving')) problems.push(`${at}.pots: "saving" names the saving itself; give the pot another id.`);
  if (new Decimal(ignoredBelow).gt(savingCap)) problems.push(`${at}.ignoredBelow: is above savingCap, so no saving could ever count.`);
  return problems;
}

function bindingProblems(at: string, { scope }: FrameworkLeg, alone: readonly string[]): string[] {
  const { regimes } = scope;
  if (regimes === undefined) return [];
  const strange = alone.filter((regime) => !regimes.some((known) => known === regime));
  if (strange.length > 0) return [`${at}.alone: the leg takes no positions of ${strange.join(', ')}.`];
  return regimes.every((regime) => alone.includes(regime))
    ? [`${at}.alone: holds every regime of the leg, so nothing could join them.`]
    : [];
}

/** True where both name regimes, or both name products, and none is in both. */
function neverFits(leg: Scope, pot: Scope): boolean {
  const apart = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
    a !== undefined && b !== undefined && !a.some((item) => b.includes(item));
  return apart(leg.regimes, pot.regimes) || apart(leg.products, pot.products);
}
