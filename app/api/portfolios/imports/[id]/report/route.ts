import { AppError } from '@/lib/core/errors';
import { csvResponse } from '@/lib/http/csv-response';
import { actorRoute } from '@/lib/http/route';
import { reportCsv } from '@/lib/margin/portfolio/report-csv';
import { getImport } from '@/lib/services/portfolio/get-import';
import { reportOfFile } from '@/lib/services/portfolio/report-of-file';

export const GET = actorRoute(async ({ ctx, request, params }) => {
  const { outcome } = await getImport(ctx, { taskId: params.id ?? '' });
  if (outcome === null) throw new AppError('NOT_FOUND', 'This import has no report yet.');
  const report = reportOfFile(outcome.report, outcome.evidence, new URL(request.url).searchParams.get('file'));
  return csvResponse(reportCsv(report), `${report.fileName} - import report.csv`);
});
