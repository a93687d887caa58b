'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useToast } from '@/components/ui/use-toast';

interface CopyFrameworkProps {
  frameworkId: string;
  /** Named for screen readers where several stand on a page. */
  name: string;
  disabledReason: string | null;
}

/** Makes a copy of the firm's own and opens it for editing. */
export function CopyFramework({ frameworkId, name, disabledReason }: CopyFrameworkProps) {
  const router = useRouter();
  const toast = useToast();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  async function copy() {
    setBusy(true);
    try {
      const { key } = await callApi<{ key: string }>('/api/frameworks', { method: 'POST', body: { copyOf: frameworkId } });
      router.push(`/frameworks/${key}/edit`);
    } catch (error) {
      toast({ title: 'Not copied', description: error instanceof Error ? error.message : undefined, tone: 'red' });
      setBusy(false);
    }
  }
  return (
    <Button size="sm" disabled={busy || !hydrated} disabledReason={disabledReason} onClick={() => void copy()}>
      {busy ? 'Copying' : 'Copy to edit'}
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
