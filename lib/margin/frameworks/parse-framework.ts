import { z } from 'zod';
import { parseDecimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { REGIMES } from '../classification/regime';
import { parameterProblem } from '../methods/method';
import { METHODS } from '../methods/method-registry';
import { PRODUCTS } from '../portfolio/position';
import { type Framework, type FrameworkLeg, METHOD_IDS, NETTING_KEYS } from './framework';
import { BUILT_IN_FRAMEWORKS } from './frameworks';

const text = z.string().min(1).max(2000);
const id = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'is written in lower-case letters, digits and hyphens, starting with a letter');
const citation = z.strictObject({ paragraph: text, standing: z.enum(['primary', 'secondary', 'recalled']), url: z.url().optional() });
const amount = z.string().refine((value) => parseDecimal(value)?.gte(0) ?? false, 'is an amount of 0 or more in plain digits');

const leg = z.strictObject({
  id,
  label: text,
  agency: z.enum(['CFTC', 'SEC', 'harmonized']),
  scope: z.strictObject({ regimes: z.array(z.enum(REGIMES)).optional(), products: z.array(z.enum(PRODUCTS)).optional() }),
  nettingKey: z.array(z.enum(NETTING_KEYS)).min(1),
  method: z.strictObject({
    id: z.enum(METHOD_IDS),
    parameters: z.record(z.string(), z.string()),
  }),
  collectOnly: z.boolean().optional(),
  threshold: z.strictObject({ amount, citation }).nullable(),
  minimumTransfer: z.strictObject({ amount, citation, aboveOnly: z.boolean().optional() }).nullable(),
  citations: z.array(citation),
  assumptions: z.array(text),
});

const framework = z.strictObject({
  id,
  name: text,
  description: z.string().max(4000),
  builtIn: z.boolean(),
  effective: z.iso.date().nullable(),
  legs: z.array(leg).min(1).max(50),
  citations: z.array(citation),
  constraints: z.array(text),
});

/**
 * Reads a framework that somebody wrote or edited, from its JSON value. Every problem is a sentence with the place it is at. A copy of a built-in
 * framework must have an id of its own; whatever the file says, it is not built in.
 */
export function parseFramework(value: unknown): Result<Framework, string> {
  const parsed = framework.safeParse(value);
  if (!parsed.success) return failure(...parsed.error.issues.map((issue) => `${issue.path.join('.') || 'framework'}: ${issue.message}`));
  const problems = [...idProblems(parsed.data), ...parsed.data.legs.flatMap(parameterProblems)];
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

function parameterProblems({ id: legId, method }: FrameworkLeg): string[] {
  const known = METHODS[method.id].parameters;
  return Object.entries(method.parameters).flatMap(([name, value]) => {
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) return [`legs.${legId}.method.parameters: the method ${method.id} has no parameter "${name}".`];
    const problem = parameterProblem(parameter, value);
    return problem === null ? [] : [`legs.${legId}.method.parameters.${name}: ${problem}.`];
  });
}
