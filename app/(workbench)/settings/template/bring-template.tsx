'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError, callApi } from '@/components/ui/call-api';
import { FileDrop } from '@/components/ui/file-drop';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/use-toast';

interface Refusal {
  readonly message: string;
  readonly problems: readonly string[];
}

/** Bringing a template: the file is checked whole, and every reason against it is shown. */
export function BringTemplate() {
  const router = useRouter();
  const toast = useToast();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  async function bring(file: File) {
    setBusy(true);
    setRefusal(null);
    try {
      await callApi(`/api/templates?${new URLSearchParams({ file: file.name })}`, { method: 'POST', body: file });
      toast({ title: 'Letters are written with it from now on', tone: 'green' });
      router.refresh();
    } catch (error) {
      const problems = error instanceof ApiError && Array.isArray(error.details.problems) ? error.details.problems.map(String) : [];
      setRefusal({ message: error instanceof Error ? error.message : 'It was not taken. Try again.', problems });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <FileDrop
        label="Template file"
        prompt="Drop a Word file here"
        hint="A .docx or .dotx of at most 10 MB, without macros. Its words are not used."
        accept=".docx,.dotx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        disabledReason={busy ? 'Wait until the file is checked.' : null}
        onFiles={([chosen]) => {
          if (chosen) void bring(chosen);
        }}
      />
      {refusal ? (
        <Notice tone="red" title="It was not taken">
          {refusal.message}
          {refusal.problems.length > 0 ? (
            <ul className="mt-2 list-disc pl-5">
              {refusal.problems.map((problem) => (
                <li key={problem} className="break-words">
                  {problem}
                </li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}
