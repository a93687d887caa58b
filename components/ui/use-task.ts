'use client';

import { useEffect, useRef, useState } from 'react';
import type { TaskDto } from '@/lib/services/task/get-task';

const ENDED: readonly string[] = ['done', 'failed', 'cancelled'];

/** Follows a task over server-sent events; `onEnd` is called once, when it is done, failed or cancelled. Survives a lost connection. */
export function useTask(taskId: string, onEnd?: (task: TaskDto) => void): { task: TaskDto | null; lost: boolean } {
  const [task, setTask] = useState<TaskDto | null>(null);
  const [lost, setLost] = useState(false);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    const source = new EventSource(`/api/tasks/${taskId}/events`);
    source.onmessage = (event) => {
      const next = JSON.parse(event.data) as TaskDto;
      setLost(false);
      setTask(next);
      if (!ENDED.includes(next.status)) return;
      source.close();
      end.current?.(next);
    };
    source.onerror = () => setLost(true);
    return () => source.close();
  }, [taskId]);
  return { task, lost };
}
