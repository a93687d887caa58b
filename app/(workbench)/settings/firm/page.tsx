import type { Metadata } from 'next';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canChangeFirm } from '@/lib/policies/firm';
import { checkSeverities } from '@/lib/services/firm/check-settings';
import { readFirm } from '@/lib/services/firm/read-firm';
import { CheckSettingsForm } from './check-settings-form';
import { FirmForm } from './firm-form';

export const metadata: Metadata = { title: 'Firm' };

export default async function FirmPage() {
  const ctx = await currentContext();
  const mayChange = canChangeFirm(ctx.actor);
  return (
    <Page title="Firm" width="text" description="What a new letter begins with. Letters that exist keep what they have.">
      <FirmForm firm={await readFirm(ctx)} refusal={mayChange.allowed ? null : mayChange.reason} />
      <CheckSettingsForm checks={await checkSeverities(ctx.db, ctx.actor.firmId)} refusal={mayChange.allowed ? null : mayChange.reason} />
    </Page>
  );
}
