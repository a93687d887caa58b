import { z } from 'zod';
import { parseDecimal } from '@/lib/core/decimal';
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
  /** Cost of funding margin for a year, as a ratio (0.05 is 5 %); null where it is not to be computed. */
  readonly fundingRate: string | null;
  /** What is computed beside totals, differences and bridges. */
  readonly details: readonly RunDetail[];
  /** Days of profit and loss that a requirement is held against, from 1 to 30; both rules' models cover ten (17 CFR 23.154(b)(2)(i); 240.18a-3(d)(2)(i)). */
  readonly lossDays: number;
  /** The firm's parameter sets by their ids; null for none. */
  readonly simmPack: string | null;
  readonly scanParameters: string | null;
}

export const RUN_DETAILS = ['offset-matrix', 'sensitivity', 'adequacy', 'classification', 'treasury-clearing'] as const;
export type RunDetail = (typeof RUN_DETAILS)[number];

export const DEFAULT_RUN_PARAMETERS: RunParameters = {
  side: 'collect',
  threshold: 'ignored',
  minimumTransfer: 'ignored',
  fundingRate: null,
  details: [],
  lossDays: 10,
  simmPack: null,
  scanParameters: null,
};

const use = z.enum(['applied', 'ignored']);
const parameters = z.strictObject({
  side: z.enum(['collect', 'post']).default('collect'),
  threshold: use.default('ignored'),
  minimumTransfer: use.default('ignored'),
  fundingRate: z.string().refine(isRate, 'is a ratio from 0 to 1 in plain digits, like 0.05').nullable().default(null),
  // one order, so that the same details are the same inputs
  details: z
    .array(z.enum(RUN_DETAILS))
    .transform((given) => RUN_DETAILS.filter((detail) => given.includes(detail)))
    .default([]),
  lossDays: z.int().min(1).max(30).default(10),
  simmPack: z.uuid().nullable().default(null),
  scanParameters: z.uuid().nullable().default(null),
});

/** Reads stored or submitted parameters: absent ones take their defaults; unknown names and values are refused with a sentence each. */
export function parseRunParameters(value: unknown): Result<RunParameters, string> {
  const parsed = parameters.safeParse(value ?? {});
  if (parsed.success) return success(parsed.data);
  return failure(
    ...parsed.error.issues.map(({ path, message }) => `Run parameters${path.length === 0 ? '' : `, ${path.join('.')}`}: ${message}.`),
  );
}

function isRate(text: string): boolean {
  const rate = parseDecimal(text);
  return rate === null ? false : rate.gte(0) && rate.lte(1);
}
