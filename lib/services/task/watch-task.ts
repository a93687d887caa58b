import type { ServiceContext } from '../context/service-context';
import { getTask, type TaskDto } from './get-task';

const LOOK_EVERY_MS = 400;
const SIGN_OF_LIFE_EVERY = 30;

/**
 * The task at once, then at every change until it has ended or the reader is gone; null now and then as a sign of life. It looks at the database,
 * so the process that works on the task may be any.
 */
export async function* watchTask(ctx: ServiceContext, first: TaskDto, signal: AbortSignal): AsyncGenerator<TaskDto | null, void, void> {
  let seen = JSON.stringify(first);
  let task = first;
  yield task;
  for (let look = 1; !hasEnded(task) && !signal.aborted; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    task = await getTask(ctx, { taskId: first.id });
    const text = JSON.stringify(task);
    if (text !== seen) yield task;
    else if (look % SIGN_OF_LIFE_EVERY === 0) yield null;
    seen = text;
  }
}

function hasEnded(task: TaskDto): boolean {
  return task.status === 'done' || task.status === 'failed' || task.status === 'cancelled';
}
