import { redirect } from 'next/navigation';
import { currentContext } from '@/lib/auth/current-context';
import { canListMembers } from '@/lib/policies/member';

/** The settings begin at the first place that the member may see. */
export default async function SettingsPage() {
  const { actor } = await currentContext();
  redirect(canListMembers(actor).allowed ? '/settings/members' : '/settings/firm');
}
