import type { Metadata } from 'next';
import { ColumnGuide } from '@/components/portfolio/column-guide';
import { ImportDesk } from '@/components/portfolio/import-desk';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { isId } from '@/lib/core/ids';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { readImport } from './read-import';

export const metadata: Metadata = { title: 'Import a portfolio' };

export default async function ImportPage({ searchParams }: { searchParams: Promise<{ task?: string | string[] }> }) {
  const ctx = await currentContext();
  const breadcrumbs = [{ label: 'Portfolios', href: '/portfolios' }];
  const mayImport = canImportPortfolio(ctx.actor);
  if (!mayImport.allowed) {
    return (
      <Page title="Import a portfolio" breadcrumbs={breadcrumbs}>
        <Notice title={mayImport.reason} />
      </Page>
    );
  }
  const { task } = await searchParams;
  const initial = typeof task === 'string' && isId(task) ? await readImport(ctx, task) : null;
  const description = initial?.input ?? {
    name: '',
    format: 'positions',
    asOf: ctx.clock().toISOString().slice(0, 10),
    calculationCurrency: 'USD',
  };
  const { name, format, asOf, calculationCurrency } = description;
  return (
    <Page
      title="Import a portfolio"
      breadcrumbs={breadcrumbs}
      description="A file is loaded whole or not at all. Every row that cannot be read is reported with its line, its column and what is expected."
    >
      <ImportDesk initial={initial} description={{ name, format, asOf, calculationCurrency }} reason={null} />
      <ColumnGuide />
    </Page>
  );
}
