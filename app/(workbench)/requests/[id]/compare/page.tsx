import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VersionDiff } from '@/components/request/version-diff';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { compareRequestVersions } from '@/lib/services/request/compare-request-versions';
import { readRequestPage } from '../read-request-page';

export const metadata: Metadata = { title: 'Versions compared' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}

export default async function ComparePage({ params, searchParams }: PageProps) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const { from, to } = await searchParams;
  if (typeof from !== 'string' || typeof to !== 'string') notFound();
  const older = await readRequestPage(ctx, id, from);
  const newer = await readRequestPage(ctx, id, to);
  const comparison = await compareRequestVersions(ctx, older.version.id, newer.version.id);
  const { added, removed, changed, moved } = comparison.counts;
  return (
    <Page
      title={`Version ${older.version.number} → version ${newer.version.number}`}
      breadcrumbs={[
        { label: 'Requests', href: '/requests' },
        { label: newer.request.title, href: `/requests/${id}` },
      ]}
      description={`${added} added, ${removed} removed, ${changed} changed, ${moved} moved or renumbered.`}
    >
      <VersionDiff comparison={comparison} />
    </Page>
  );
}
