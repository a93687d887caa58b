'use client';

import { useRouter } from 'next/navigation';
import type { Decision } from '@/lib/policies/decision';
import { RestoreVersion } from './restore-version';

interface RestoreSectionProps {
  letterId: string;
  version: { readonly number: number; readonly name: string };
  right: Decision;
  section: { readonly id: string; readonly title: string };
}

/** Brings one section of a version back from the page that compares it; the page is read again afterwards. */
export function RestoreSection({ section, ...rest }: RestoreSectionProps) {
  const router = useRouter();
  return <RestoreVersion {...rest} sections={[section]} sectionId={section.id} onRestored={() => router.refresh()} />;
}
