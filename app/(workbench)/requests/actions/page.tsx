import type { Metadata } from 'next';
import { ActionTimeline } from '@/components/request/action-timeline';
import { easternDay } from '@/components/request/eastern-day';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { RELATED_ACTIONS } from '@/lib/request/actions/related-actions';

export const metadata: Metadata = { title: 'Related actions' };

export default async function ActionsPage() {
  const ctx = await currentContext();
  return (
    <Page
      title="Related actions"
      width="text"
      breadcrumbs={[{ label: 'Requests', href: '/requests' }]}
      description="What happened around portfolio margining and what is still to come. Each can be cited from a letter; descriptions are ours."
    >
      <ActionTimeline actions={RELATED_ACTIONS} today={easternDay(ctx.clock())} />
    </Page>
  );
}
