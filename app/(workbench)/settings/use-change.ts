'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/ui/call-api';
import { useToast } from '@/components/ui/use-toast';

interface Change {
  path: `/api/${string}`;
  method: 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** what is said when it is done */
  done: string;
}

/** Sends one change at a time, says how it went, and shows the page as it is then. Gives whether it went well. */
export function useChange(): { busy: boolean; send: (change: Change) => Promise<boolean> } {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  async function send({ path, method, body, done }: Change): Promise<boolean> {
    setBusy(true);
    try {
      await callApi(path, { method, body });
      toast({ title: done, tone: 'green' });
      router.refresh();
      return true;
    } catch (error) {
      toast({ title: 'Not changed', description: error instanceof Error ? error.message : undefined, tone: 'red' });
      router.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, send };
}
