import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Prisma, Run } from '@/lib/generated/prisma/client';
import type { FigureFormat, FigureValue } from '@/lib/letter/figures/figure';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import { storedReport } from '@/lib/margin/report/stored-report';

/** The value of a path in a run that may be published, with its hash. Throws CONFLICT for a run that is not done or is withdrawn, INVALID_INPUT for an unknown path. */
export function publicationValue(
  run: Run,
  path: string,
  format: FigureFormat | null,
): { value: FigureValue; json: Prisma.InputJsonValue; valueHash: string } {
  const report = storedReport(run.report);
  if (run.status !== 'done' || report === null)
    throw new AppError('CONFLICT', 'A figure is published from a finished run. Wait for this one to finish.');
  if (run.withdrawnAt !== null)
    throw new AppError('CONFLICT', 'This run was withdrawn, so nothing can be published from it. Run the analysis again.');
  const found = resolveFigure(report, path, format);
  if (!found.ok) throw new AppError('INVALID_INPUT', found.failures.join(' '), { fields: { path: found.failures.join(' ') } });
  return { value: found.value, json: found.value as unknown as Prisma.InputJsonValue, valueHash: contentHash(found.value) };
}
