import { useState } from 'react';
import { ApiError } from '@/components/ui/call-api';

interface Sending {
  readonly busy: boolean;
  /** Why it was not taken. */
  readonly refusal: string | null;
  /** Sends one thing at a time; true where it was taken. */
  send(action: () => Promise<unknown>): Promise<boolean>;
}

/** Sends to the server and keeps why it refused; what was written stays where it was. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    busy,
    refusal,
    async send(action) {
      if (busy) return false;
      setBusy(true);
      setRefusal(null);
      try {
        await action();
        return true;
      } catch (error) {
        setRefusal(error instanceof ApiError ? error.message : String(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
