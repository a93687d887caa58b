import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AnalysisTable } from '@/components/margin/analysis-table';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canDefineAnalysis, canReadAnalysis } from '@/lib/policies/analysis';
import { listAnalyses } from '@/lib/services/analysis/list-analyses';
import { listFrameworks } from '@/lib/services/framework/list-frameworks';

export const metadata: Metadata = { title: 'Analyses' };

export default async function AnalysesPage() {
  const ctx = await currentContext();
  const read = canReadAnalysis(ctx.actor);
  if (!read.allowed) {
    return (
      <Page title="Analyses">
        <Notice title={read.reason} />
      </Page>
    );
  }
  const define = canDefineAnalysis(ctx.actor);
  const analyses = await listAnalyses(ctx);
  const names = Object.fromEntries((await listFrameworks(ctx)).map(({ id, name }) => [id, name]));
  const action = define.allowed ? (
    <ButtonLink href="/analyses/new" variant="primary">
      <Plus aria-hidden className="size-4" />
      New analysis
    </ButtonLink>
  ) : (
    <Button variant="primary" disabledReason={define.reason}>
      New analysis
    </Button>
  );
  return (
    <Page
      title="Analyses"
      description="A portfolio under today’s regimes and under alternatives: what the difference is, and where it comes from."
      actions={action}
    >
      {analyses.length === 0 ? (
        <EmptyState title="No analysis yet" action={action}>
          <p>
            An analysis takes a portfolio, margins it under a baseline and under alternatives, and explains the difference down to each
            position. It needs{' '}
            <Link href="/portfolios" className="text-accent-ink underline underline-offset-2">
              a portfolio
            </Link>{' '}
            first.
          </p>
        </EmptyState>
      ) : (
        <AnalysisTable analyses={analyses} frameworkNames={names} />
      )}
    </Page>
  );
}
