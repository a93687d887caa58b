import { z } from 'zod';
import { inWorker } from '@/lib/jobs/in-worker';
import type { TaskContext } from '@/lib/jobs/task-context';
import { actorOfMember } from '../context/actor-of-member';
import { overrideSchema } from '../export/build-request';
import type { ExportOutcome } from '../export/compute-export';
import { makePackage } from './make-package';
import type { RenderedPackage } from './package-to-render';

const inputSchema = overrideSchema.extend({ letterId: z.uuid() });

/** The task of a package: version and checks here, the writing of its files in a thread. */
export async function computePackage(context: TaskContext): Promise<ExportOutcome> {
  const { db, clock, ids, task, signal, progress } = context;
  const ctx = { actor: await actorOfMember(db, task.createdById), db, clock, ids };
  progress(0, null, 'Taking a version of the letter');
  const { exportId, fileName } = await makePackage(ctx, inputSchema.parse(task.input), async (input) => {
    context.throwIfCancelled();
    const options = { signal, onProgress: progress };
    return inWorker<RenderedPackage>('lib/services/submission/render-package.ts', 'renderPackage', input, options);
  });
  return { exportId, fileName, leftOut: [] };
}
