'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { FindingList } from './finding-list';

/** What is to be mended before the letter is filed, on the text as it stands now. */
export function ChecksPanel({ letterId }: { letterId: string }) {
  const [findings, setFindings] = useState<readonly LetterFinding[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const check = useCallback(async () => {
    setRefusal(null);
    try {
      setFindings((await callApi<{ findings: LetterFinding[] }>(`/api/letters/${letterId}/checks`)).findings);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
  }, [letterId]);
  useEffect(() => {
    void check();
  }, [check]);
  return (
    <div className="flex flex-col gap-3">
      {refusal ? (
        <Notice tone="red" title="Not checked">
          {refusal}
        </Notice>
      ) : null}
      {findings ? <FindingList letterId={letterId} findings={findings} /> : refusal ? null : <p className="text-muted">Checking…</p>}
      <div>
        <Button size="sm" onClick={check}>
          Check again
        </Button>
      </div>
    </div>
  );
}
