import { AppError } from '@/lib/core/errors';
import { csvResponse } from '@/lib/http/csv-response';
import { actorRoute } from '@/lib/http/route';
import { reportCsv } from '@/lib/margin/portfolio/report-csv';
import { getImport } from '@/lib/services/portfolio/get-import';

export const GET = actorRoute(async ({ ctx, params }) => {
  const { outcome } = await getImport(ctx, { taskId: params.id ?? '' });
  if (outcome === null) throw new AppError('NOT_FOUND', 'This import has no report yet.');
  return csvResponse(reportCsv(outcome.report), `${outcome.report.fileName} - import report.csv`);
});
