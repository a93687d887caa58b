import { AppError } from '@/lib/core/errors';
import type { ImportReport } from '@/lib/margin/portfolio/import-report';
import type { EvidenceReport } from './evidence-report';

type FileReport = Pick<ImportReport, 'fileName' | 'problems' | 'errors' | 'warnings' | 'leftOut'>;

/** The report of the portfolio's own file, or of its further file of that kind. Throws NOT_FOUND where there is none. */
export function reportOfFile(report: ImportReport, evidence: readonly EvidenceReport[], kind: string | null): FileReport {
  if (kind === null) return report;
  const found = evidence.find((one) => one.kind === kind);
  if (found === undefined) throw new AppError('NOT_FOUND', 'There is no such file of this portfolio.');
  return { ...found, leftOut: [] };
}
