import type { TaskHandler } from '@/lib/jobs/task-context';
import { actorOfMember } from '../context/actor-of-member';
import { waitForTask } from '../task/wait-for-task';
import { addSample } from './add-sample';

/** The task that adds the sample. It waits for tasks of its own, so the worker needs room for two at a time. */
export const computeSample: TaskHandler = async ({ db, clock, ids, task, progress, throwIfCancelled }) => {
  const actor = await actorOfMember(db, task.createdById);
  return addSample({ actor, db, clock, ids }, { progress, wait: (taskId) => waitForTask(db, taskId, throwIfCancelled) });
};
