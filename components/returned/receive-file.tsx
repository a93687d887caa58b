'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { FileDrop } from '@/components/portfolio/file-drop';
import { uploadFile } from '@/components/portfolio/upload-file';
import { Button } from '@/components/ui/button';
import { ApiError } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { TaskProgress } from '@/components/ui/task-progress';
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
      const started = await uploadFile<{ taskId: string }>(file, onProgress, stop.current.signal, `/api/letters/${letterId}/returned`);
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
        error={null}
        onFiles={([file]) => file && void send(file)}
      />
      {refusal ? (
        <Notice tone="red" title="The file was not read">
          {refusal}
        </Notice>
      ) : null}
      {step.kind === 'uploading' ? (
        <section aria-label="Uploading" className="flex items-center gap-4">
          <div className="flex-1">
            <Progress value={step.sent} max={step.total} label={`Uploading ${name ?? ''}`} />
          </div>
          <Button size="sm" onClick={() => stop.current?.abort()}>
            Cancel
          </Button>
        </section>
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
