import { failure, type Result, success } from '@/lib/core/result';

/** What a person sets for a whole analysis, beside the frameworks. Plain JSON; part of the inputs hash. */
export interface RunParameters {
  /** collect: margin due to the firm. post: margin due from it, every position seen from the other side. */
  readonly side: 'collect' | 'post';
  /**
   * The initial margin threshold is an election in both rules ("may reduce", "may elect not to collect"). ignored: totals are the amounts before the
   * election, and each threshold node says what the election would give. applied: one pool per counterparty, used leg by leg.
   */
  readonly threshold: 'applied' | 'ignored';
  /** Whether amounts below the minimum transfer amount count as nothing. It delays a transfer rather than lowering a requirement, so the default is ignored. */
  readonly minimumTransfer: 'applied' | 'ignored';
}

export const DEFAULT_RUN_PARAMETERS: RunParameters = { side: 'collect', threshold: 'ignored', minimumTransfer: 'ignored' };

const ALLOWED: { readonly [K in keyof RunParameters]: readonly RunParameters[K][] } = {
  side: ['collect', 'post'],
  threshold: ['applied', 'ignored'],
  minimumTransfer: ['applied', 'ignored'],
};

function isParameterName(name: string): name is keyof RunParameters {
  return Object.hasOwn(ALLOWED, name);
}

/** Reads stored or submitted parameters: absent ones take their defaults; unknown names and values are refused with a sentence each. */
export function parseRunParameters(value: unknown): Result<RunParameters, string> {
  if (value === null || value === undefined) return success(DEFAULT_RUN_PARAMETERS);
  if (typeof value !== 'object' || Array.isArray(value)) return failure('Run parameters are an object of names and values.');
  const problems: string[] = [];
  for (const [name, given] of Object.entries(value)) {
    if (!isParameterName(name)) problems.push(`There is no run parameter "${name}"; there are ${Object.keys(ALLOWED).join(', ')}.`);
    else if (!(ALLOWED[name] as readonly unknown[]).includes(given)) problems.push(`"${name}" is one of ${ALLOWED[name].join(', ')}.`);
  }
  return problems.length > 0 ? failure(...problems) : success({ ...DEFAULT_RUN_PARAMETERS, ...value });
}
