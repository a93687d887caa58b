import type { Metadata } from 'next';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canChangeFirm } from '@/lib/policies/firm';
import { readFirm } from '@/lib/services/firm/read-firm';
import { FirmForm } from './firm-form';

export const metadata: Metadata = { title: 'Firm' };

export default async function FirmPage() {
  const ctx = await currentContext();
  const mayChange = canChangeFirm(ctx.actor);
  return (
    <Page title="Firm" width="text" description="What a new letter begins with. Letters that exist keep what they have.">
      <FirmForm firm={await readFirm(ctx)} refusal={mayChange.allowed ? null : mayChange.reason} />
    </Page>
  );
}
