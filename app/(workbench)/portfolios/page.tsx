import { Upload } from 'lucide-react';
import type { Metadata } from 'next';
import { PortfolioTable } from '@/components/portfolio/portfolio-table';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canImportPortfolio, canReadPortfolio } from '@/lib/policies/portfolio';
import { listPortfolios } from '@/lib/services/portfolio/list-portfolios';

export const metadata: Metadata = { title: 'Portfolios' };

export default async function PortfoliosPage() {
  const ctx = await currentContext();
  const read = canReadPortfolio(ctx.actor);
  if (!read.allowed) {
    return (
      <Page title="Portfolios">
        <Notice title={read.reason} />
      </Page>
    );
  }
  const mayImport = canImportPortfolio(ctx.actor);
  const portfolios = await listPortfolios(ctx);
  const action = mayImport.allowed ? (
    <ButtonLink href="/portfolios/import" variant="primary">
      <Upload aria-hidden className="size-4" />
      Import a portfolio
    </ButtonLink>
  ) : (
    <Button variant="primary" disabledReason={mayImport.reason}>
      Import a portfolio
    </Button>
  );
  return (
    <Page
      title="Portfolios"
      description="Positions as they stood on a day, each under the regime whose rule governs it. A portfolio never changes once it is imported."
      actions={action}
    >
      {portfolios.length === 0 ? (
        <EmptyState title="No portfolio yet" action={action}>
          <p>
            A portfolio is a CSV file of positions or a CRIF. Each row is checked and classified; a file is loaded whole or not at all. The{' '}
            <a href="/api/portfolios/template" download className="text-accent-ink underline underline-offset-2">
              template
            </a>{' '}
            has the columns.
          </p>
        </EmptyState>
      ) : (
        <PortfolioTable portfolios={portfolios} />
      )}
    </Page>
  );
}
