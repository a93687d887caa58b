'use client';

import { useState } from 'react';
import { ApiError, callApi } from '@/components/ui/call-api';
import { FileDrop } from '@/components/ui/file-drop';
import { Notice } from '@/components/ui/notice';
import type { Decision } from '@/lib/policies/decision';
import type { FileVerification } from '@/lib/services/returned/verify-file';
import { VerificationView } from './verification-view';

/** Asks of a Word file whether it is one of the firm's letters, which version, and whether anything of it was changed. */
export function VerifyPanel({ right }: { right: Decision }) {
  const [name, setName] = useState<string | null>(null);
  const [answer, setAnswer] = useState<FileVerification | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function verify(file: File) {
    setName(file.name);
    setAnswer(null);
    setRefusal(null);
    setBusy(true);
    try {
      setAnswer(await callApi<FileVerification>('/api/verifications', { method: 'POST', body: file }));
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : 'The file was not read. Try again.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-5">
      <FileDrop
        label="Word file to verify"
        prompt="Drop a Word file here"
        hint=".docx, at most 100 MiB. Nothing of it is kept"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        fileName={name}
        disabledReason={right.allowed ? (busy ? 'Wait until this file is read.' : null) : right.reason}
        onFiles={([file]) => file && void verify(file)}
      />
      <div aria-live="polite" className="flex flex-col gap-5">
        {busy ? <p className="text-muted">Reading the file and comparing it…</p> : null}
        {refusal ? (
          <Notice tone="red" title="The file could not be read">
            {refusal}
          </Notice>
        ) : null}
        {answer ? <VerificationView answer={answer} /> : null}
      </div>
    </div>
  );
}
