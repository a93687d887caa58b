import type { Metadata } from 'next';
import { AnalysisBuilder } from '@/components/margin/analysis-builder';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import { canDefineAnalysis } from '@/lib/policies/analysis';
import { builderChoices } from '../builder-choices';

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
  const choices = await builderChoices(ctx);
  const { portfolios, frameworks } = choices;
  const asked = (await searchParams).portfolio;
  const portfolio = portfolios.find(({ id }) => id === asked) ?? (portfolios.length === 1 ? (portfolios[0] ?? null) : null);
  const [baseline, ...others] = frameworks;
  // both accounts need nothing but positions; the rest is a choice
  const accounts = others.slice(0, 2).map(({ id }) => id);
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
          {...choices}
          saveReason={null}
          initial={{
            name: '',
            portfolioId: portfolio?.id ?? null,
            baseline: baseline?.id ?? '',
            alternatives: accounts,
            parameters: { ...DEFAULT_RUN_PARAMETERS, details: portfolio?.evidence.includes('pnl') ? ['adequacy'] : [] },
          }}
        />
      )}
    </Page>
  );
}
