'use client';

import { useRouter } from 'next/navigation';
import { TaskProgress } from '@/components/ui/task-progress';

/** A run that is being computed: its progress, and the result as soon as there is one. */
export function RunPending({ taskId, runNumber, cancelReason }: { taskId: string; runNumber: number; cancelReason: string | null }) {
  const router = useRouter();
  return (
    <TaskProgress
      taskId={taskId}
      label={`Computing run ${runNumber}`}
      cancelReason={cancelReason}
      onDone={() => router.refresh()}
      onEnded={() => router.refresh()}
    />
  );
}
