import type { Metadata } from 'next';
import { InboxList } from '@/components/inbox/inbox-list';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { listNotices } from '@/lib/services/inbox/list-notices';

export const metadata: Metadata = { title: 'Inbox' };

export default async function InboxPage() {
  return (
    <Page title="Inbox" width="text" description="What others did that concerns you.">
      <InboxList initial={await listNotices(await currentContext())} />
    </Page>
  );
}
