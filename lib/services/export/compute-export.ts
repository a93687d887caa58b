import { z } from 'zod';
import { inWorker } from '@/lib/jobs/in-worker';
import type { TaskContext } from '@/lib/jobs/task-context';
import { actorOfMember } from '../context/actor-of-member';
import { BUILDS, exportLetter } from './export-letter';
import type { LetterToRender } from './render-letter';

const inputSchema = z.object({ letterId: z.uuid(), build: z.enum(BUILDS), overrideReason: z.string().nullable() });

/** The task of an export: snapshot and checks here, the writing of the Word file in a thread. Begun again, it makes a further export of the same version. */
export async function computeExport(context: TaskContext): Promise<{ exportId: string }> {
  const { db, clock, ids, task, signal, progress } = context;
  const ctx = { actor: await actorOfMember(db, task.createdById), db, clock, ids };
  progress(0, null, 'Taking a version of the letter');
  const { exportId } = await exportLetter(ctx, inputSchema.parse(task.input), async (content, build) => {
    context.throwIfCancelled();
    progress(0, null, 'Writing the Word file');
    const letter: LetterToRender = { content, build };
    return inWorker<Uint8Array>('lib/services/export/render-letter.ts', 'renderLetter', letter, { signal });
  });
  return { exportId };
}
