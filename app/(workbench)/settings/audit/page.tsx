import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button-link';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { isId } from '@/lib/core/ids';
import { canReadAuditLog } from '@/lib/policies/firm';
import { listAuditEvents } from '@/lib/services/audit/list-audit-events';
import { AuditFilter } from './audit-filter';
import { AuditTools } from './audit-tools';
import { EventData } from './event-data';

export const metadata: Metadata = { title: 'Audit log' };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const ctx = await currentContext();
  const mayRead = canReadAuditLog(ctx.actor);
  if (!mayRead.allowed) {
    return (
      <Page title="Audit log" width="text">
        <Notice tone="neutral" title={mayRead.reason} />
      </Page>
    );
  }
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const type = text('type');
  const actorId = isId(text('actor')) ? text('actor') : '';
  const before = /^\d{1,18}$/.test(text('before')) ? BigInt(text('before')) : undefined;
  const page = await listAuditEvents(ctx, { type, actorId, before });
  const address = (extra: Record<string, string>) =>
    `/settings/audit?${new URLSearchParams({ ...(type && { type }), ...(actorId && { actor: actorId }), ...extra })}`;
  return (
    <Page
      title="Audit log"
      description="Who did what, in order. Each event is hashed over the one before it, so that a change, a removal or an insertion is found."
      actions={<AuditTools />}
    >
      <AuditFilter type={type} actorId={actorId} types={page.types} actors={page.actors} />
      <DataTable
        caption="Events of the audit log, newest first"
        rows={page.events}
        rowKey={(event) => event.sequence}
        empty="No event is of this kind."
        columns={[
          { key: 'sequence', label: 'No.', align: 'right', className: 'w-14 font-normal text-muted' },
          { key: 'at', label: 'When', className: 'w-52', render: (event) => <Instant iso={event.at} /> },
          { key: 'actorName', label: 'Who', className: 'w-48' },
          { key: 'type', label: 'What', className: 'w-52 font-medium' },
          { key: 'data', label: 'Details', render: (event) => <EventData data={event.data} /> },
        ]}
      />
      <nav aria-label="Pages of the log" className="mt-3 flex gap-2">
        {before === undefined ? null : <ButtonLink href={address({})}>Newest</ButtonLink>}
        {page.next === null ? null : <ButtonLink href={address({ before: page.next })}>Older</ButtonLink>}
      </nav>
    </Page>
  );
}
