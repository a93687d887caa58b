import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { canImportReturned } from '@/lib/policies/returned';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { storeFile } from '../file/store-file';
import { findLetter } from '../letter/find-letter';
import { RETURN_LIMITS } from './return-limits';

interface StartReturn {
  readonly letterId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly source: AsyncIterable<Uint8Array>;
}

/** Keeps a Word file that came back and queues its reading; the task's result is a ReceivedReturn. Throws as receiveReturn does, and TOO_LARGE. */
export async function startReturn(ctx: ServiceContext, input: StartReturn): Promise<{ taskId: string }> {
  const { letterId, name, mediaType, source } = input;
  const letter = await findLetter(ctx.db, ctx.actor.firmId, letterId);
  authorise(canImportReturned(ctx.actor, { frozen: letter.frozenAt !== null }));
  const file = await storeFile(ctx, { name, mediaType, source, ...RETURN_LIMITS });
  const taskId = await enqueueTask(ctx, {
    ...{ kind: 'letter-return', subjectId: letterId, input: { letterId, fileId: file.id } },
    message: `Waiting to read ${file.name}`,
  });
  return { taskId };
}
