'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ApiError } from '@/components/ui/call-api';
import { FileDrop } from '@/components/ui/file-drop';
import { Notice } from '@/components/ui/notice';
import { TaskProgress } from '@/components/ui/task-progress';
import { uploadFile } from '@/components/ui/upload-file';
import { UploadProgress } from '@/components/ui/upload-progress';
import { useToast } from '@/components/ui/use-toast';
import type { Decision } from '@/lib/policies/decision';
import type { ReceivedReturn } from '@/lib/services/returned/receive-return';
import type { TaskDto } from '@/lib/services/task/get-task';

interface ReceiveFileProps {
  letterId: string;
  right: Decision;
}

type Step =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'uploading'; readonly sent: number; readonly total: number }
  | { readonly kind: 'reading'; readonly taskId: string };

/** A place for a Word file that came back: it is uploaded, read, compared, and then opened. */
export function ReceiveFile({ letterId, right }: ReceiveFileProps) {
  const router = useRouter();
  const toast = useToast();
  const [name, setName] = useState<string | null>(null);
  const [step, setStep] = useState<Step>({ kind: 'waiting' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);

  async function send(file: File) {
    setName(file.name);
    setRefusal(null);
    stop.current = new AbortController();
    setStep({ kind: 'uploading', sent: 0, total: file.size });
    try {
      const onProgress = (sent: number, total: number) => setStep({ kind: 'uploading', sent, total });
      const started = await uploadFile<{ taskId: string }>(`/api/letters/${letterId}/returned`, file, onProgress, stop.current.signal);
      setStep({ kind: 'reading', taskId: started.taskId });
    } catch (error) {
      setStep({ kind: 'waiting' });
      setRefusal(error instanceof ApiError ? error.message : 'The file was not sent. Try again.');
    }
  }

  function onDone(task: TaskDto) {
    const { returnedId, isKnown } = task.result as ReceivedReturn;
    if (isKnown)
      toast({
        tone: 'amber',
        title: 'This very file was read before',
        description: 'Nothing was done again. This is what came back in it.',
      });
    router.push(`/letters/${letterId}/returned/${returnedId}`);
  }

  const isBusy = step.kind === 'uploading' || (step.kind === 'reading' && refusal === null);
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label="Word file that came back"
        prompt="Drop the Word file here"
        hint=".docx, at most 100 MiB. Edited in Word, LibreOffice or Google Docs, tracked or not; nothing of it changes the letter by itself"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        fileName={name}
        disabledReason={right.allowed ? (isBusy ? 'Wait until this file is read, or cancel it.' : null) : right.reason}
        onFiles={([file]) => file && void send(file)}
      />
      {refusal ? (
        <Notice tone="red" title="The file was not read">
          {refusal}
        </Notice>
      ) : null}
      {step.kind === 'uploading' ? (
        <UploadProgress label={`Uploading ${name ?? ''}`} sent={step.sent} total={step.total} onCancel={() => stop.current?.abort()} />
      ) : null}
      {step.kind === 'reading' ? (
        <TaskProgress
          key={step.taskId}
          taskId={step.taskId}
          label="Reading what came back"
          onDone={onDone}
          onEnded={(task) => {
            if (task.status === 'failed') setRefusal(task.error?.message ?? task.message);
            setStep({ kind: 'waiting' });
          }}
        />
      ) : null}
    </div>
  );
}
