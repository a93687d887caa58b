'use client';

import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import type { ExportSummary } from '@/lib/services/export/list-exports';
import type { LetterSubmissions } from '@/lib/services/submission/list-submissions';
import { SubmissionForm } from './submission-form';

interface SubmissionsSectionProps {
  letterId: string;
  state: LetterSubmissions;
  exports: readonly ExportSummary[];
}

/** What was sent, with receipts; that the letter is frozen by it, and the way to open it again. */
export function SubmissionsSection({ letterId, state, exports }: SubmissionsSectionProps) {
  const { submissions, frozenAt, rights } = state;
  const fileOf = (id: string | null) => exports.find((each) => each.id === id)?.fileName ?? 'none made here';
  return (
    <div className="flex flex-col gap-3">
      {frozenAt ? <Frozen letterId={letterId} since={frozenAt} reason={rights.unfreeze.allowed ? null : rights.unfreeze.reason} /> : null}
      <DataTable
        caption="Submissions"
        rows={submissions}
        rowKey={(row) => row.id}
        empty="This letter was not filed yet. Recording a submission freezes it."
        columns={[
          { key: 'agency', label: 'Agency' },
          { key: 'submittedAt', label: 'Sent', render: (row) => <Instant iso={row.submittedAt} /> },
          { key: 'channel', label: 'How' },
          { key: 'receipt', label: 'Receipt', render: (row) => row.receipt || 'none yet' },
          { key: 'snapshotNumber', label: 'Version', align: 'right' },
          { key: 'exportId', label: 'File', render: (row) => fileOf(row.exportId) },
          { key: 'note', label: 'Note' },
          { key: 'by', label: 'Recorded by' },
        ]}
      />
      {rights.record.allowed ? (
        <SubmissionForm letterId={letterId} exports={exports} freezes={frozenAt === null} />
      ) : (
        <p className="text-muted">{rights.record.reason}</p>
      )}
    </div>
  );
}

function Frozen({ letterId, since, reason }: { letterId: string; since: string; reason: string | null }) {
  const router = useRouter();
  const [why, setWhy] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);

  async function reopen(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    try {
      await callApi(`/api/letters/${letterId}/submissions/reopening`, { method: 'POST', body: { reason: why.trim() } });
      router.refresh();
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
  }

  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-sunken px-3 py-2">
      <p className="flex items-center gap-2 font-medium">
        <Lock aria-hidden className="size-4 text-muted" />
        <span>
          Frozen since <Instant iso={since} />, because it was filed
        </span>
      </p>
      <p className="text-muted">Text, outline, letterhead and decisions stay as they were filed. Comments go on.</p>
      {reason === null ? (
        <form onSubmit={reopen} className="flex flex-wrap items-end gap-2">
          <Field label="Reason to open it again" className="w-96 max-w-full" error={refusal}>
            <TextInput value={why} onChange={(event) => setWhy(event.target.value)} maxLength={2000} />
          </Field>
          <Button type="submit" disabledReason={why.trim() === '' ? 'Give a reason.' : null}>
            Open again
          </Button>
        </form>
      ) : (
        <Notice title={reason} />
      )}
    </div>
  );
}
