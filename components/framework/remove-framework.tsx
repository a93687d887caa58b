'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';

interface RemoveFrameworkProps {
  frameworkId: string;
  name: string;
  /** Why it cannot be removed; null where it can. */
  disabledReason: string | null;
}

/** Removing a framework of the firm, after a question. */
export function RemoveFramework({ frameworkId, name, disabledReason }: RemoveFrameworkProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function remove() {
    try {
      await callApi(`/api/frameworks/${frameworkId}`, { method: 'DELETE' });
      router.push('/frameworks');
      router.refresh();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'It was not removed. Try again.');
    }
  }
  return (
    <>
      <Button disabledReason={disabledReason} onClick={() => setOpen(true)}>
        Remove
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        width="sm"
        title={`Remove “${name}”`}
        description="Runs that were computed with it keep its whole data. It cannot be undone; export it first if you may want it again."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button variant="danger" onClick={() => void remove()}>
              Remove
            </Button>
          </>
        }
      >
        {refusal ? <Notice tone="red" title={refusal} /> : <p>No analysis names it.</p>}
      </Dialog>
    </>
  );
}
