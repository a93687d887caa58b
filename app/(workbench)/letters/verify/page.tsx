import { VerifyPanel } from '@/components/returned/verify-panel';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canVerifyFile } from '@/lib/policies/returned';

export const metadata = { title: 'Verify a file' };

export default async function VerifyPage() {
  const { actor } = await currentContext();
  return (
    <Page
      title="Verify a file"
      width="text"
      description="Is this Word file one of ours, which version is it, and was any figure or word of it changed?"
      breadcrumbs={[{ label: 'Letters', href: '/letters' }]}
    >
      <VerifyPanel right={canVerifyFile(actor)} />
    </Page>
  );
}
