'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/use-toast';
import { CHECK_KINDS, type CheckSeverities } from '@/lib/letter/checks/check-kinds';

const CHOICES = [
  { value: 'error', label: 'Stops the export' },
  { value: 'warning', label: 'Only warns' },
];

/** Which checks stop an export, unless somebody gives a reason. `refusal` says why this member cannot decide it. */
export function CheckSettingsForm({ checks, refusal }: { checks: CheckSeverities; refusal: string | null }) {
  const router = useRouter();
  const toast = useToast();
  const [decided, setDecided] = useState<CheckSeverities>(checks);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const groups = [...new Set(CHECK_KINDS.map(({ group }) => group))];

  async function save() {
    setBusy(true);
    setProblem(null);
    try {
      await callApi('/api/firm/checks', { method: 'PUT', body: decided });
      toast({ title: 'Saved', tone: 'green' });
      router.refresh();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  /** How many of a group stop an export as it is decided here. */
  function stopping(group: string): string {
    const kinds = CHECK_KINDS.filter((kind) => kind.group === group);
    const stop = kinds.filter(({ code, severity }) => (decided[code] ?? severity) === 'error').length;
    return `${stop} of ${kinds.length} ${stop === 1 ? 'stops' : 'stop'} the export`;
  }

  return (
    <section aria-labelledby="checks-heading" className="mt-8 flex flex-col gap-3">
      <h2 id="checks-heading" className="font-semibold text-md">
        Checks before an export
      </h2>
      <p className="text-muted">
        What stops an export until somebody gives a reason, and what is only shown.
        {refusal === null ? '' : ' Only administrators decide it.'}
      </p>
      {problem ? <Notice tone="red" title={problem} /> : null}
      {groups.map((group) => (
        <details key={group} className="rounded-md border border-line">
          <summary className="cursor-pointer px-3 py-1.5 font-medium">
            {group} <span className="font-normal text-muted text-sm">{stopping(group)}</span>
          </summary>
          <ul className="divide-y divide-line border-line border-t">
            {CHECK_KINDS.filter((kind) => kind.group === group).map(({ code, says, severity }) => (
              <li key={code} className="flex items-center gap-3 px-3 py-1">
                <span className="min-w-0 flex-1">{says}</span>
                <Select
                  aria-label={says}
                  className="w-40"
                  value={decided[code] ?? severity}
                  disabled={refusal !== null}
                  onChange={(value) => setDecided({ ...decided, [code]: value === 'error' ? 'error' : 'warning' })}
                  options={CHOICES}
                />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {refusal === null ? (
        <div>
          <Button onClick={save} disabled={busy}>
            {busy ? 'Saving' : 'Save the checks'}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
