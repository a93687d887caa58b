import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/generated/prisma/client';
import { parseRunParameters, type RunParameters } from '@/lib/margin/impact/run-parameters';
import { firmFrameworks } from '../framework/firm-frameworks';
import { usableParameterSet } from '../parameters/usable-parameter-set';

/** What a member describes: the analysis as the builder sends it. */
export const analysisInputSchema = z.object({
  name: z.string().trim().min(1, 'Give the analysis a name.').max(120, 'A name has at most 120 characters.'),
  portfolioId: z.string().refine(isId, 'Choose a portfolio.'),
  baseline: z.string(),
  alternatives: z.array(z.string()).min(1, 'Choose at least one alternative.').max(8, 'An analysis compares at most 8 alternatives.'),
  parameters: z.record(z.string(), z.unknown()).default({}),
});
export type AnalysisInput = z.input<typeof analysisInputSchema>;

export interface CheckedAnalysis {
  readonly name: string;
  readonly portfolioId: string;
  readonly baseline: string;
  readonly alternatives: string[];
  readonly parameters: RunParameters;
}

/**
 * The input with its frameworks, parameters and parameter sets checked against what the firm has. Throws INVALID_INPUT with `details.fields`: a
 * sentence per field.
 */
export async function checkAnalysisInput(db: Prisma.TransactionClient, firmId: string, input: AnalysisInput): Promise<CheckedAnalysis> {
  const parsed = analysisInputSchema.safeParse(input);
  if (!parsed.success) {
    throw invalid(Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'name'), issue.message])));
  }
  const { name, portfolioId, baseline, alternatives } = parsed.data;
  const known = new Set((await firmFrameworks(db, firmId)).map(({ id }) => id));
  if (!known.has(baseline)) throw invalid({ baseline: `There is no framework “${baseline}”.` });
  const unknown = alternatives.find((id) => !known.has(id));
  if (unknown !== undefined) throw invalid({ alternatives: `There is no framework “${unknown}”.` });
  if (alternatives.includes(baseline))
    throw invalid({ alternatives: 'The baseline cannot be compared with itself: choose another alternative.' });
  if (new Set(alternatives).size < alternatives.length) throw invalid({ alternatives: 'An alternative is named twice.' });
  const parameters = parseRunParameters(parsed.data.parameters);
  if (!parameters.ok) throw invalid(parameterFields(parameters.failures));
  for (const [kind, field] of [
    ['simm', 'simmPack'],
    ['scan', 'scanParameters'],
  ] as const) {
    try {
      await usableParameterSet(db, firmId, kind, parameters.value[field]);
    } catch (error) {
      if (error instanceof AppError) throw invalid({ [field]: error.message });
      throw error;
    }
  }
  return { name, portfolioId, baseline, alternatives, parameters: parameters.value };
}

/** Each sentence at the parameter that it names, and all of them together. */
function parameterFields(sentences: readonly string[]): Record<string, string> {
  const named = sentences.flatMap((sentence) => {
    const match = /^Run parameters, (\w+)[^:]*: (.*)$/.exec(sentence);
    return match?.[1] && match[2] ? [[match[1], match[2]]] : [];
  });
  return { parameters: sentences.join(' '), ...Object.fromEntries(named) };
}

function invalid(fields: Record<string, string>): AppError {
  return new AppError('INVALID_INPUT', Object.values(fields)[0] ?? 'The analysis is not described completely.', { fields });
}
