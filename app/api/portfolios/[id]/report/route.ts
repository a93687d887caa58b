import { csvResponse } from '@/lib/http/csv-response';
import { actorRoute } from '@/lib/http/route';
import { reportCsv } from '@/lib/margin/portfolio/report-csv';
import { getPortfolio } from '@/lib/services/portfolio/get-portfolio';
import { reportOfFile } from '@/lib/services/portfolio/report-of-file';

export const GET = actorRoute(async ({ ctx, request, params }) => {
  const portfolio = await getPortfolio(ctx, { portfolioId: params.id ?? '' });
  const evidence = portfolio.files.map((file) => file.report);
  const report = reportOfFile(portfolio.report, evidence, new URL(request.url).searchParams.get('file'));
  return csvResponse(reportCsv(report), `${report.fileName} - import report.csv`);
});
