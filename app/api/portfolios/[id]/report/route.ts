import { csvResponse } from '@/lib/http/csv-response';
import { actorRoute } from '@/lib/http/route';
import { reportCsv } from '@/lib/margin/portfolio/report-csv';
import { getPortfolio } from '@/lib/services/portfolio/get-portfolio';

export const GET = actorRoute(async ({ ctx, params }) => {
  const { report } = await getPortfolio(ctx, { portfolioId: params.id ?? '' });
  return csvResponse(reportCsv(report), `${report.fileName} - import report.csv`);
});
