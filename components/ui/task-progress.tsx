'use client';

import { useState } from 'react';
import type { TaskDto } from '@/lib/services/task/get-task';
import { Button } from './button';
import { ApiError, callApi } from './call-api';
import { Notice } from './notice';
import { Progress } from './progress';
import { useTask } from './use-task';

interface TaskProgressProps {
  taskId: string;
  /** Called once when the task is done. */
  onDone?: (task: TaskDto) => void;
  /** Called once when it failed or was cancelled. */
  onEnded?: (task: TaskDto) => void;
  /** What is going on, e.g. "Computing run 3". */
  label?: string;
  /** Why this member may not cancel it; null where they may. */
  cancelReason?: string | null;
}

/** Long work as the member waits for it: what is being done, how far it is, cancel. It goes on when the page is left. */
export function TaskProgress({ taskId, onDone, onEnded, label = 'Working', cancelReason = null }: TaskProgressProps) {
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { task, lost } = useTask(taskId, (ended) => (ended.status === 'done' ? onDone?.(ended) : onEnded?.(ended)));

  async function cancel() {
    setAsked(true);
    setRefusal(null);
    try {
      await callApi(`/api/tasks/${taskId}/cancel`, { method: 'POST' });
    } catch (error) {
      setAsked(false);
      setRefusal(error instanceof ApiError ? error.message : 'It could not be cancelled. Try again.');
    }
  }

  if (task?.status === 'failed') {
    return (
      <Notice tone="red" title={`${label}: not finished`}>
        {task.error?.message ?? task.message}
      </Notice>
    );
  }
  if (task?.status === 'cancelled') return <Notice title={`${label}: cancelled`}>{task.message}</Notice>;
  const isDone = task?.status === 'done';
  const stopping = !isDone && (asked || task?.cancelRequested);
  return (
    <section aria-label={label} className="rounded-md border bg-raised px-4 py-3">
      <div className="mb-2 flex items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="font-medium">{label}</p>
          <p aria-live="polite" className="figures truncate text-muted text-sm">
            {lost
              ? 'The connection was lost; the work goes on. Connecting again'
              : stopping
                ? 'Stopping'
                : (task?.message ?? 'Asking how far it is')}
            {task?.total && !stopping && !lost && !isDone ? ` · ${Math.floor((task.done / task.total) * 100)} %` : ''}
          </p>
        </div>
        {isDone ? null : (
          <Button size="sm" onClick={cancel} disabled={stopping} disabledReason={cancelReason}>
            Cancel
          </Button>
        )}
      </div>
      <Progress value={isDone ? 1 : (task?.done ?? 0)} max={isDone ? 1 : (task?.total ?? null)} label={label} />
      {refusal ? <p className="mt-2 text-red text-sm">{refusal}</p> : null}
    </section>
  );
}
