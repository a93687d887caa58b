import type { Metadata } from 'next';
import { coverageOf } from '@/components/portfolio/evidence-names';
import { EvidenceTable } from '@/components/portfolio/evidence-table';
import { FORMAT_NAMES } from '@/components/portfolio/format-names';
import { Hash } from '@/components/portfolio/hash';
import { ImportReportView } from '@/components/portfolio/import-report-view';
import { Pager } from '@/components/portfolio/pager';
import { PositionFilters } from '@/components/portfolio/position-filters';
import { PositionTable } from '@/components/portfolio/position-table';
import { RegimeTotals } from '@/components/portfolio/regime-totals';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button-link';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { Tabs } from '@/components/ui/tabs';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { canDefineAnalysis } from '@/lib/policies/analysis';
import { listPositions } from '@/lib/services/portfolio/list-positions';
import { readPositionQuery } from '@/lib/services/portfolio/position-query';
import { readPortfolio } from './read-portfolio';

export const metadata: Metadata = { title: 'Portfolio' };

interface PortfolioPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PortfolioPage({ params, searchParams }: PortfolioPageProps) {
  const ctx = await currentContext();
  const portfolio = await readPortfolio(ctx, pageId((await params).id));
  const query = readPositionQuery(await searchParams);
  const { items, page, pages, total } = await listPositions(ctx, { portfolioId: portfolio.id, ...query });
  const { calculationCurrency: currency, report } = portfolio;
  const undetermined = portfolio.regimes.find(({ regime }) => regime === 'undetermined')?.positions ?? 0;
  const covers = portfolio.files.flatMap((file) => coverageOf(file.report, portfolio.positionCount) ?? []);
  const pageHref = (to: number) => {
    const next = new URLSearchParams(Object.entries(query.filter).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    if (to > 1) next.set('page', String(to));
    return next.size > 0 ? `/portfolios/${portfolio.id}?${next}` : `/portfolios/${portfolio.id}`;
  };
  return (
    <Page
      title={portfolio.name}
      width="full"
      breadcrumbs={[{ label: 'Portfolios', href: '/portfolios' }]}
      description={
        <>
          {portfolio.positionCount.toLocaleString('en-US')} positions as of <span className="figures">{portfolio.asOf}</span> ·{' '}
          {FORMAT_NAMES[portfolio.format]}, imported by {portfolio.createdBy} on <Instant iso={portfolio.createdAt} /> · content hash{' '}
          <Hash value={portfolio.contentHash} />
          {covers.length > 0 ? <span className="block">{covers.join(' · ')}</span> : null}
        </>
      }
      actions={
        canDefineAnalysis(ctx.actor).allowed ? (
          <ButtonLink href={`/analyses/new?portfolio=${portfolio.id}`} variant="primary">
            New analysis
          </ButtonLink>
        ) : null
      }
    >
      <div className="flex flex-col gap-5">
        {undetermined > 0 ? (
          <Notice
            tone="amber"
            title={`${undetermined.toLocaleString('en-US')} ${undetermined === 1 ? 'position has' : 'positions have'} no regime`}
          >
            Something that the tests need is not in the file. Each says what; until then no framework margins it.
          </Notice>
        ) : null}
        <div className="max-w-4xl">
          <RegimeTotals totals={portfolio.regimes} currency={currency} />
        </div>
        <Tabs
          label="Portfolio"
          tabs={[
            {
              id: 'positions',
              label: 'Positions',
              content: (
                <div className="flex flex-col gap-3">
                  <PositionFilters
                    regimes={portfolio.regimes.map(({ regime }) => regime)}
                    products={portfolio.products}
                    counterparties={portfolio.counterparties}
                  />
                  <div className="flex flex-wrap items-center justify-between gap-3">
                    <p className="text-muted">
                      {total.positions.toLocaleString('en-US')} {total.positions === 1 ? 'position' : 'positions'} · notional{' '}
                      <Amount withUnit value={total.notional} currency={currency} /> · market value{' '}
                      <Amount withUnit value={total.marketValue} currency={currency} />
                    </p>
                    <Pager label="Pages, above the table" page={page} pages={pages} href={pageHref} />
                  </div>
                  <PositionTable items={items} currency={currency} />
                  <Pager label="Pages, below the table" page={page} pages={pages} href={pageHref} />
                </div>
              ),
            },
            {
              id: 'files',
              label: `Further files${portfolio.files.length > 0 ? ` · ${portfolio.files.length}` : ''}`,
              content: <EvidenceTable portfolioId={portfolio.id} positions={portfolio.positionCount} files={portfolio.files} />,
            },
            {
              id: 'report',
              label: `Import report${report.leftOut.length > 0 ? ` · ${report.leftOut.length} left out` : ''}`,
              content: <ImportReportView report={report} downloadHref={`/api/portfolios/${portfolio.id}/report`} />,
            },
          ]}
        />
      </div>
    </Page>
  );
}
