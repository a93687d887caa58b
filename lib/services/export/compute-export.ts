import { z } from 'zod';
import { inWorker } from '@/lib/jobs/in-worker';
import type { TaskContext } from '@/lib/jobs/task-context';
import { actorOfMember } from '../context/actor-of-member';
import { buildRequestSchema, overrideSchema } from './build-request';
import { exportLetter } from './export-letter';
import type { LeftOutSuggestion, WrittenBuild } from './written-build';

const inputSchema = overrideSchema.extend({ letterId: z.uuid(), request: buildRequestSchema });

/** What the task of an export gives to whoever waits for it. */
export interface ExportOutcome {
  readonly exportId: string;
  readonly fileName: string;
  readonly leftOut: readonly LeftOutSuggestion[];
}

/** The task of an export: snapshot and checks here, the writing of the Word file in a thread. Begun again, it makes a further export of the same version. */
export async function computeExport(context: TaskContext): Promise<ExportOutcome> {
  const { db, clock, ids, task, signal, progress } = context;
  const ctx = { actor: await actorOfMember(db, task.createdById), db, clock, ids };
  progress(0, null, 'Taking a version of the letter');
  const { exportId, fileName, leftOut } = await exportLetter(ctx, inputSchema.parse(task.input), async (letter) => {
    context.throwIfCancelled();
    progress(0, null, 'Writing the Word file');
    return inWorker<WrittenBuild>('lib/services/export/render-letter.ts', 'writeBuild', letter, { signal });
  });
  return { exportId, fileName, leftOut };
}
