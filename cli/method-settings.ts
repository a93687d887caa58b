import { AppError } from '@/lib/core/errors';
import type { MethodId } from '@/lib/margin/frameworks/framework';
import { parameterDefault, parameterProblem } from '@/lib/margin/methods/method';
import { METHODS } from '@/lib/margin/methods/method-registry';

/** Throws INVALID_INPUT for a setting that the method does not have, or a value that may not stand. */
export function checkSettings(method: MethodId, given: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(given)) {
    const parameter = METHODS[method].parameters.find((candidate) => candidate.name === name);
    if (!parameter)
      throw new AppError(
        'INVALID_INPUT',
        `${method} has no setting "${name}"; it has ${METHODS[method].parameters.map((each) => each.name).join(', ')}.`,
      );
    const problem = parameterProblem(parameter, value);
    if (problem !== null) throw new AppError('INVALID_INPUT', `${name} ${problem}.`);
  }
}

/** Every setting of the method with the value given, or its default. */
export function settingsOf(method: MethodId, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    METHODS[method].parameters.map((parameter) => [parameter.name, given[parameter.name] ?? parameterDefault(parameter)]),
  );
}
