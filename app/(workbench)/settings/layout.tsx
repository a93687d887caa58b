import type { ReactNode } from 'react';
import { currentContext } from '@/lib/auth/current-context';
import { canReadAuditLog } from '@/lib/policies/firm';
import { canListMembers } from '@/lib/policies/member';
import { canReadParameters } from '@/lib/policies/parameters';
import { SettingsNav } from './settings-nav';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await currentContext();
  const places = [
    ...(canListMembers(actor).allowed ? [{ href: '/settings/members', label: 'Members' }] : []),
    { href: '/settings/firm', label: 'Firm' },
    { href: '/settings/template', label: 'Letter template' },
    ...(canReadParameters(actor).allowed ? [{ href: '/settings/parameters', label: 'Parameters' }] : []),
    { href: '/settings/sessions', label: 'Sessions and password' },
    ...(canReadAuditLog(actor).allowed ? [{ href: '/settings/audit', label: 'Audit log' }] : []),
  ];
  return (
    <>
      <SettingsNav places={places} />
      {children}
    </>
  );
}
