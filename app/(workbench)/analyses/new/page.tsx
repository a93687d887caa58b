import type { Metadata } from 'next';
import { AnalysisBuilder } from '@/components/margin/analysis-builder';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import { canDefineAnalysis } from '@/lib/policies/analysis';
import { listPortfolios } from '@/lib/services/portfolio/list-portfolios';

export const metadata: Metadata = { title: 'New analysis' };

export default async function NewAnalysisPage({ searchParams }: { searchParams: Promise<{ portfolio?: string | string[] }> }) {
  const ctx = await currentContext();
  const define = canDefineAnalysis(ctx.actor);
  const breadcrumbs = [{ label: 'Analyses', href: '/analyses' }];
  if (!define.allowed) {
    return (
      <Page title="New analysis" breadcrumbs={breadcrumbs}>
        <Notice title={define.reason} />
      </Page>
    );
  }
  const portfolios = await listPortfolios(ctx);
  const asked = (await searchParams).portfolio;
  const [baseline, ...others] = BUILT_IN_FRAMEWORKS;
  return (
    <Page title="New analysis" breadcrumbs={breadcrumbs} width="text">
      {portfolios.length === 0 ? (
        <EmptyState
          title="An analysis needs positions"
          action={
            <ButtonLink href="/portfolios/import" variant="primary">
              Import a portfolio
            </ButtonLink>
          }
        >
          Import a positions file or a CRIF file first; then come back.
        </EmptyState>
      ) : (
        <AnalysisBuilder
          analysisId={null}
          portfolios={portfolios}
          frameworks={BUILT_IN_FRAMEWORKS}
          saveReason={null}
          initial={{
            name: '',
            portfolioId: portfolios.find(({ id }) => id === asked)?.id ?? (portfolios.length === 1 ? (portfolios[0]?.id ?? null) : null),
            baseline: baseline?.id ?? '',
            alternatives: others.map(({ id }) => id),
            parameters: DEFAULT_RUN_PARAMETERS,
          }}
        />
      )}
    </Page>
  );
}
