'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { TaskProgress } from '@/components/ui/task-progress';
import type { ImportState } from '@/lib/services/portfolio/get-import';
import type { ImportOutcome } from '@/lib/services/portfolio/import-thread';
import type { TaskDto } from '@/lib/services/task/get-task';
import { FileDrop } from './file-drop';
import { type ImportDescription, ImportFields } from './import-fields';
import { RefusedImport } from './refused-import';
import { uploadFile } from './upload-file';

interface ImportDeskProps {
  /** The import of the address, when the member comes back to it. */
  initial: ImportState | null;
  description: ImportDescription;
  /** Why this member may not import; null where they may. */
  reason: string | null;
}

type Step =
  | { kind: 'choosing' }
  | { kind: 'uploading'; sent: number; total: number }
  | { kind: 'importing'; taskId: string }
  | { kind: 'refused'; taskId: string; outcome: Extract<ImportOutcome, { outcome: 'refused' }> };

/** Choosing a file, saying what it is, uploading, checking, and what came of it. What was typed stays whatever the server says. */
export function ImportDesk({ initial, description, reason }: ImportDeskProps) {
  const router = useRouter();
  const [described, setDescribed] = useState(description);
  const [file, setFile] = useState<File | null>(null);
  const [fileId, setFileId] = useState(initial?.input.fileId ?? null);
  const [step, setStep] = useState<Step>(() => stepOf(initial));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(initial?.message ?? null);
  const stopUpload = useRef<AbortController | null>(null);

  async function start(leaveOut: readonly number[]) {
    setErrors({});
    setRefusal(null);
    const before = step;
    try {
      let id = fileId;
      if (file && id === null) {
        stopUpload.current = new AbortController();
        setStep({ kind: 'uploading', sent: 0, total: file.size });
        id = (await uploadFile(file, (sent, total) => setStep({ kind: 'uploading', sent, total }), stopUpload.current.signal)).id;
        setFileId(id);
      }
      if (id === null) {
        setErrors({ fileId: 'Choose the file first.' });
        return;
      }
      const { taskId } = await callApi<{ taskId: string }>('/api/portfolios/imports', {
        method: 'POST',
        body: { ...described, fileId: id, leaveOut },
      });
      // the address names the import, so that leaving and coming back finds it
      window.history.replaceState(null, '', `/portfolios/import?task=${taskId}`);
      setStep({ kind: 'importing', taskId });
    } catch (error) {
      setStep(before);
      const fields = error instanceof ApiError ? ((error.details.fields ?? {}) as Record<string, string>) : {};
      setErrors(fields);
      if (Object.keys(fields).length === 0)
        setRefusal(error instanceof ApiError ? error.message : 'The import was not started. Try again.');
    }
  }

  function onDone(task: TaskDto) {
    const outcome = task.result as ImportOutcome;
    if (outcome.outcome === 'imported') {
      router.push(`/portfolios/${outcome.portfolioId}`);
      return;
    }
    setStep({ kind: 'refused', taskId: task.id, outcome });
  }

  const working = step.kind === 'uploading' || step.kind === 'importing';
  return (
    <div className="flex flex-col gap-6">
      <form
        className="flex max-w-3xl flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void start([]);
        }}
      >
        <FileDrop
          fileName={file?.name ?? fileNameOf(initial)}
          disabledReason={reason ?? (working ? 'Wait for the import, or cancel it.' : null)}
          error={errors.fileId ?? null}
          onFiles={([chosen]) => {
            if (!chosen) return;
            setFile(chosen);
            setFileId(null);
            setStep({ kind: 'choosing' });
            setErrors({});
            if (described.name === '') setDescribed({ ...described, name: chosen.name.replace(/\.[^.]*$/, '') });
          }}
        />
        <ImportFields value={described} errors={errors} onChange={setDescribed} />
        {refusal ? (
          <Notice tone="red" title="Nothing was imported">
            {refusal}
          </Notice>
        ) : null}
        {step.kind === 'uploading' ? (
          <section aria-label="Uploading" className="flex items-center gap-4">
            <div className="flex-1">
              <Progress value={step.sent} max={step.total} label="Uploading" />
            </div>
            <Button size="sm" onClick={() => stopUpload.current?.abort()}>
              Cancel
            </Button>
          </section>
        ) : null}
        {step.kind === 'importing' ? (
          <TaskProgress
            taskId={step.taskId}
            label="Importing the portfolio"
            onDone={onDone}
            onEnded={() => setStep({ kind: 'choosing' })}
          />
        ) : (
          <div>
            <Button type="submit" variant="primary" disabled={working} disabledReason={reason}>
              Check and import
            </Button>
          </div>
        )}
      </form>
      {step.kind === 'refused' ? (
        <RefusedImport key={step.taskId} taskId={step.taskId} report={step.outcome.report} busy={working} onLeaveOut={start} />
      ) : null}
    </div>
  );
}

function stepOf(initial: ImportState | null): Step {
  if (initial === null) return { kind: 'choosing' };
  if (initial.status === 'queued' || initial.status === 'running') return { kind: 'importing', taskId: initial.taskId };
  if (initial.outcome?.outcome === 'refused') return { kind: 'refused', taskId: initial.taskId, outcome: initial.outcome };
  return { kind: 'choosing' };
}

function fileNameOf(initial: ImportState | null): string | null {
  if (initial === null) return null;
  return initial.outcome?.report.fileName ?? 'The file uploaded before';
}
