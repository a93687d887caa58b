'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';

/** Importing a framework from a file: it is checked whole, and what is wrong with it is said at each place. */
export function ImportFramework({ disabledReason }: { disabledReason: string | null }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function load(file: File) {
    try {
      const framework: unknown = JSON.parse(await file.text());
      const { key } = await callApi<{ key: string }>('/api/frameworks', { method: 'POST', body: { framework } });
      router.push(`/frameworks/${key}`);
    } catch (error) {
      if (error instanceof SyntaxError) return setProblems(['The file is not JSON.']);
      const fields = error instanceof ApiError ? ((error.details.fields ?? {}) as Record<string, string>) : {};
      const named = Object.entries(fields).map(([place, sentence]) => `${place}: ${sentence}`);
      setProblems(named.length > 0 ? named : [error instanceof Error ? error.message : 'It was not imported. Try again.']);
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="File of a framework"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void load(file);
        }}
      />
      <Button disabledReason={disabledReason} onClick={() => input.current?.click()}>
        Import a framework
      </Button>
      <Dialog open={problems.length > 0} onOpenChange={() => setProblems([])} title="Nothing was imported">
        <ul className="list-disc pl-5">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
