'use client';

import { usePathname, useRouter } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button-link';
import { easternInstant } from '@/components/ui/eastern-time';
import { Select } from '@/components/ui/select';
import type { VersionSummary } from '@/lib/services/version/list-versions';
import { versionTitle } from './version-words';

interface VersionChooserProps {
  versions: readonly VersionSummary[];
  from: string;
  to: string;
}

/** Which two versions are compared: kept in the address, so that a comparison can be sent to somebody. */
export function VersionChooser({ versions, from, to }: VersionChooserProps) {
  const router = useRouter();
  const path = usePathname();
  const options = versions.map((version) => ({
    value: String(version.number),
    label: versionTitle(version),
    hint: `${easternInstant(version.createdAt)} · ${version.by ?? 'Marginalia'}`,
  }));
  const now = { value: 'now', label: 'The present text', hint: 'as it stands at this moment' };
  const href = (ends: { from: string; to: string }) => `${path}?from=${ends.from}&to=${ends.to}`;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Compare from"
        className="w-72!"
        value={from}
        options={[...options, now]}
        onChange={(next) => router.push(href({ from: next, to }))}
      />
      <span aria-hidden>→</span>
      <Select
        aria-label="Compare with"
        className="w-72!"
        value={to}
        options={[now, ...options]}
        onChange={(next) => router.push(href({ from, to: next }))}
      />
      <ButtonLink href={href({ from: to, to: from })} variant="ghost">
        Swap
      </ButtonLink>
    </div>
  );
}
