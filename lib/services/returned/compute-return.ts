import { z } from 'zod';
import { inWorker } from '@/lib/jobs/in-worker';
import type { TaskContext } from '@/lib/jobs/task-context';
import type { ReturnReport } from '@/lib/letter/returned/return-report';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { actorOfMember } from '../context/actor-of-member';
import { fileBytes } from '../file/file-bytes';
import { type ReceivedReturn, receiveReturn } from './receive-return';
import { READING_LIMIT } from './return-limits';
import type { CompareInThread } from './return-thread';

const inputSchema = z.object({ letterId: z.uuid(), fileId: z.uuid() });
const THREAD = 'lib/services/returned/return-thread.ts';

/** The task of a returned file: read and compared in a thread, kept in one transaction. Begun again it finds that the file is known. */
export async function computeReturn(context: TaskContext): Promise<ReceivedReturn> {
  const { db, clock, ids, task, signal, progress } = context;
  const ctx = { actor: await actorOfMember(db, task.createdById), db, clock, ids };
  const options = { signal, limit: READING_LIMIT };
  return receiveReturn(ctx, inputSchema.parse(task.input), {
    async read(fileId) {
      context.throwIfCancelled();
      progress(0, null, 'Reading the Word file');
      return inWorker<ReturnedDocument>(THREAD, 'readReturn', { bytes: await fileBytes(db, fileId) }, options);
    },
    async compare({ fileId, ...rest }) {
      context.throwIfCancelled();
      progress(0, null, 'Comparing it with the letter');
      const input: CompareInThread = { bytes: await fileBytes(db, fileId), ...rest };
      return inWorker<ReturnReport>(THREAD, 'compareReturn', input, options);
    },
  });
}
