import { endRun } from '@/lib/services/run/end-run';
import type { TaskEnding } from './task-context';

/** What else is told when a task of the kind fails or is cancelled. Apart from the handlers, because the web cancels without computing. */
export const TASK_ENDINGS: Readonly<Record<string, TaskEnding>> = {
  run: endRun,
};
