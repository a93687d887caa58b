'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { FileDrop } from '@/components/ui/file-drop';
import { Notice } from '@/components/ui/notice';
import { TaskProgress } from '@/components/ui/task-progress';
import { uploadFile } from '@/components/ui/upload-file';
import { UploadProgress } from '@/components/ui/upload-progress';
import type { ImportState } from '@/lib/services/portfolio/get-import';
import type { ImportOutcome } from '@/lib/services/portfolio/import-thread';
import type { TaskDto } from '@/lib/services/task/get-task';
import { addFiles } from './add-files';
import { type ImportDescription, ImportFields } from './import-fields';
import { type FileRole, type ImportFile, ImportFiles } from './import-files';
import { RefusedImport } from './refused-import';

interface ImportDeskProps {
  /** The import of the address, when the member comes back to it. */
  initial: ImportState | null;
  description: ImportDescription;
  /** Why this member may not import; null where they may. */
  reason: string | null;
}

type Step =
  | { kind: 'choosing' }
  | { kind: 'uploading'; label: string; sent: number; total: number }
  | { kind: 'importing'; taskId: string }
  | { kind: 'refused'; taskId: string; outcome: Extract<ImportOutcome, { outcome: 'refused' }> };

const TABLES = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';

/** Choosing files, saying what they are, uploading, checking, and what came of it. What was typed stays whatever the server says. */
export function ImportDesk({ initial, description, reason }: ImportDeskProps) {
  const router = useRouter();
  const [described, setDescribed] = useState(description);
  const [files, setFiles] = useState<readonly ImportFile[]>(() => filesOf(initial));
  const [step, setStep] = useState<Step>(() => stepOf(initial));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(initial?.message ?? null);
  const stopUpload = useRef<AbortController | null>(null);
  const main = files.find(({ role }) => role === 'portfolio') ?? null;

  async function choose(chosen: readonly File[]) {
    const added = await addFiles(files, chosen, described.format);
    const portfolio = added.files.find(({ role }) => role === 'portfolio');
    setFiles(added.files);
    setStep({ kind: 'choosing' });
    setErrors({});
    setDescribed((before) => ({
      ...before,
      format: added.format ?? before.format,
      name: before.name === '' && portfolio ? portfolio.name.replace(/\.[^.]*$/, '') : before.name,
    }));
  }

  /** Uploads what is not uploaded yet, one file after the other, and gives all of them with their ids. */
  async function upload(): Promise<readonly ImportFile[]> {
    const uploaded = [...files];
    for (const [index, entry] of uploaded.entries()) {
      const { file } = entry;
      if (file === null || entry.fileId !== null) continue;
      const label = `Uploading ${entry.name}`;
      stopUpload.current = new AbortController();
      setStep({ kind: 'uploading', label, sent: 0, total: file.size });
      const onProgress = (sent: number, total: number) => setStep({ kind: 'uploading', label, sent, total });
      const { id } = await uploadFile<{ id: string }>('/api/portfolios/files', file, onProgress, stopUpload.current.signal);
      uploaded[index] = { ...entry, fileId: id };
      setFiles([...uploaded]);
    }
    return uploaded;
  }

  async function start(leaveOut: readonly number[]) {
    setErrors({});
    setRefusal(null);
    if (main === null) return setErrors({ fileId: 'Choose the file first.' });
    const unknown = files.find(({ role }) => role === null);
    if (unknown) return setErrors({ fileId: `Say what ${unknown.name} is, or take it out.` });
    const before = step;
    try {
      const uploaded = await upload();
      const idOf = (key: string) => uploaded.find((entry) => entry.key === key)?.fileId ?? '';
      const evidence = uploaded.flatMap(({ key, role }) =>
        role === null || role === 'portfolio' ? [] : [{ kind: role, fileId: idOf(key) }],
      );
      const { taskId } = await callApi<{ taskId: string }>('/api/portfolios/imports', {
        method: 'POST',
        body: { ...described, fileId: idOf(main.key), evidence, leaveOut },
      });
      // the address names the import, so that leaving and coming back finds it
      window.history.replaceState(null, '', `/portfolios/import?task=${taskId}`);
      setStep({ kind: 'importing', taskId });
    } catch (error) {
      setStep(before);
      const fields = error instanceof ApiError ? ((error.details.fields ?? {}) as Record<string, string>) : {};
      setErrors(fields.evidence ? { ...fields, fileId: fields.evidence } : fields);
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
          multiple
          label="File of the portfolio"
          accept={TABLES}
          prompt="Drop the portfolio’s files here, together"
          hint="Positions or a CRIF; beside them P&L, external requirements, constituents, FX rates. CSV in UTF-8, at most 512 MiB each"
          disabledReason={reason ?? (working ? 'Wait for the import, or cancel it.' : null)}
          error={errors.fileId ?? null}
          onFiles={(chosen) => void choose(chosen)}
        />
        <ImportFiles files={files} disabled={working} onChange={setFiles} />
        <ImportFields value={described} errors={errors} onChange={setDescribed} />
        {refusal ? (
          <Notice tone="red" title="Nothing was imported">
            {refusal}
          </Notice>
        ) : null}
        {step.kind === 'uploading' ? (
          <UploadProgress label={step.label} sent={step.sent} total={step.total} onCancel={() => stopUpload.current?.abort()} />
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
        <RefusedImport
          key={step.taskId}
          taskId={step.taskId}
          report={step.outcome.report}
          evidence={step.outcome.evidence}
          busy={working}
          onLeaveOut={start}
        />
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

function filesOf(initial: ImportState | null): ImportFile[] {
  if (initial === null) return [];
  const { input, outcome } = initial;
  const before = (role: FileRole, fileId: string, name: string | undefined): ImportFile => ({
    ...{ key: fileId, file: null, fileId, role },
    name: name ?? 'A file uploaded before',
  });
  return [
    before('portfolio', input.fileId, outcome?.report.fileName),
    ...input.evidence.map(({ kind, fileId }) => before(kind, fileId, outcome?.evidence.find((report) => report.kind === kind)?.fileName)),
  ];
}
