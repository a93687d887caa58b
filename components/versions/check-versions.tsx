'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';

type Answer = { readonly checked: number; readonly damaged: readonly number[] };

/** Has every version's hash computed again, and says which are not as they were kept. */
export function CheckVersions({ letterId }: { letterId: string }) {
  const [answer, setAnswer] = useState<Answer | string | null>(null);
  const [busy, setBusy] = useState(false);
  async function check() {
    setBusy(true);
    try {
      setAnswer(await callApi<Answer>(`/api/letters/${letterId}/versions/check`));
    } catch (error) {
      setAnswer(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }
  return (
    <>
      <Button size="sm" onClick={check} disabled={busy}>
        {busy ? 'Checking…' : 'Check for damage'}
      </Button>
      <div aria-live="polite" className="w-full empty:hidden">
        {answer === null ? null : typeof answer === 'string' ? (
          <Notice tone="red" title="Not checked">
            {answer}
          </Notice>
        ) : answer.damaged.length > 0 ? (
          <Notice tone="red" title={`Damaged: version ${answer.damaged.join(', ')}`}>
            What is stored does not match the hash that was kept with it. It is not shown, compared or brought back; restore the database
            from a backup.
          </Notice>
        ) : (
          <Notice tone="green">
            {answer.checked === 1 ? 'The version is' : `All ${answer.checked} versions are`} as kept: every hash matches.
          </Notice>
        )}
      </div>
    </>
  );
}
