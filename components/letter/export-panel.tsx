'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ApiError, callApi } from '@/components/ui/call-api';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { TaskProgress } from '@/components/ui/task-progress';
import { TextInput } from '@/components/ui/text-input';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import type { Decision } from '@/lib/policies/decision';
import type { ExportSummary } from '@/lib/services/export/list-exports';
import { FindingList } from './finding-list';

interface ExportPanelProps {
  letterId: string;
  findings: readonly LetterFinding[];
  exports: readonly ExportSummary[];
  right: Decision;
}

/** Checks above, the build below them, and every file that left this letter. */
export function ExportPanel({ letterId, findings, exports, right }: ExportPanelProps) {
  const router = useRouter();
  const [taskId, setTaskId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const blocked = !right.allowed
    ? right.reason
    : errors > 0 && reason.trim().length < 5
      ? 'Mend the errors, or give a reason to export all the same.'
      : null;

  async function start() {
    setRefusal(null);
    try {
      const started = await callApi<{ taskId: string }>(`/api/letters/${letterId}/exports`, {
        method: 'POST',
        body: { build: 'clean', overrideReason: errors > 0 ? reason.trim() : null },
      });
      setTaskId(started.taskId);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
  }

  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="checks-heading" className="flex flex-col gap-2">
        <h2 id="checks-heading" className="font-semibold text-md">
          Checks
        </h2>
        <FindingList letterId={letterId} findings={findings} />
      </section>
      <section aria-labelledby="build-heading" className="flex max-w-xl flex-col gap-3">
        <h2 id="build-heading" className="font-semibold text-md">
          Clean build
        </h2>
        <p className="text-muted">
          The letter as it is filed: native Word styles, numbering, contents, footnotes, captions and charts. It carries no author, no
          comments and no hidden text.
        </p>
        {errors > 0 ? (
          <Field label="Reason to export although checks fail" hint="It is kept in the audit log with the failed checks.">
            <TextInput value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />
          </Field>
        ) : null}
        <div>
          <Button variant="primary" onClick={start} disabledReason={blocked}>
            Export to Word
          </Button>
        </div>
        {taskId ? (
          <TaskProgress
            key={taskId}
            taskId={taskId}
            onDone={() => {
              router.refresh();
            }}
          />
        ) : null}
        {refusal ? (
          <Notice tone="red" title="Not exported">
            {refusal}
          </Notice>
        ) : null}
      </section>
      <section aria-labelledby="files-heading" className="flex flex-col gap-2">
        <h2 id="files-heading" className="font-semibold text-md">
          Files
        </h2>
        <DataTable
          caption="Exported files"
          rows={exports}
          rowKey={(row) => row.id}
          empty="Nothing was exported from this letter yet."
          columns={[
            {
              key: 'fileName',
              label: 'File',
              render: (row) =>
                right.allowed ? (
                  <ButtonLink variant="ghost" size="sm" href={`/api/exports/${row.id}`} prefetch={false} download>
                    {row.fileName}
                  </ButtonLink>
                ) : (
                  row.fileName
                ),
            },
            { key: 'build', label: 'Build' },
            { key: 'snapshotNumber', label: 'Version', align: 'right' },
            { key: 'size', label: 'Bytes', align: 'right', render: (row) => row.size.toLocaleString('en-US') },
            {
              key: 'sha256',
              label: 'SHA-256',
              render: (row) => (
                <code title={row.sha256} className="text-sm">
                  {row.sha256.slice(0, 12)}…
                </code>
              ),
            },
            { key: 'by', label: 'By' },
            { key: 'createdAt', label: 'When', render: (row) => <Instant iso={row.createdAt} /> },
          ]}
        />
      </section>
    </div>
  );
}
