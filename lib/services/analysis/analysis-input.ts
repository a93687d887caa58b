import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { parseRunParameters, type RunParameters } from '@/lib/margin/impact/run-parameters';

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

/** The input with its frameworks and parameters checked. Throws INVALID_INPUT with `details.fields`: a sentence per field. */
export function checkAnalysisInput(input: AnalysisInput): CheckedAnalysis {
  const parsed = analysisInputSchema.safeParse(input);
  if (!parsed.success) {
    throw invalid(Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'name'), issue.message])));
  }
  const { name, portfolioId, baseline, alternatives } = parsed.data;
  const unknown = [baseline, ...alternatives].filter((id) => findFramework(id) === null);
  if (unknown.length > 0) throw invalid({ alternatives: `There is no framework “${unknown[0]}”.` });
  if (alternatives.includes(baseline))
    throw invalid({ alternatives: 'The baseline cannot be compared with itself: choose another alternative.' });
  if (new Set(alternatives).size < alternatives.length) throw invalid({ alternatives: 'An alternative is named twice.' });
  const parameters = parseRunParameters(parsed.data.parameters);
  if (!parameters.ok) throw invalid({ parameters: parameters.failures.join(' ') });
  return { name, portfolioId, baseline, alternatives, parameters: parameters.value };
}

function invalid(fields: Record<string, string>): AppError {
  return new AppError('INVALID_INPUT', Object.values(fields)[0] ?? 'The analysis is not described completely.', { fields });
}
