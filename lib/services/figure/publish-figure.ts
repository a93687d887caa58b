import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { canPublishFigure } from '@/lib/policies/figure';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findRun } from '../run/find-run';
import { figureFormatSchema } from './figure-format';
import { publicationValue } from './publication-value';

const inputSchema = z.object({
  runId: z.string(),
  path: z.string().min(1).max(500),
  name: z.string().trim().min(1, 'Give the figure a name.').max(120, 'A name has at most 120 characters.'),
  format: figureFormatSchema.nullable().default(null),
});
export type PublishFigureInput = z.input<typeof inputSchema>;

/**
 * Publishes what stands at a path of a finished run, so that it can be bound into letters. The same path and name of the analysis is the same
 * figure: it then gets a publication from this run. Throws CONFLICT where that exists already or the figure was withdrawn.
 */
export async function publishFigure(ctx: ServiceContext, input: PublishFigureInput): Promise<{ figureId: string; runId: string }> {
  authorise(canPublishFigure(ctx.actor));
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'name'), issue.message]));
    throw new AppError('INVALID_INPUT', Object.values(fields)[0] ?? 'The figure is not described completely.', { fields });
  }
  const { runId, path, name, format } = parsed.data;
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const run = await findRun(tx, firmId, runId);
    const { value, json, valueHash } = publicationValue(run, path, format);
    const { analysisId } = run;
    const present = await tx.figure.findUnique({
      where: { analysisId_path_name: { analysisId, path, name } },
      include: { publications: { where: { runId } } },
    });
    if (present?.withdrawnAt) {
      throw new AppError('CONFLICT', 'A figure of this name was withdrawn. Publish it under another name.', {
        fields: { name: 'A figure of this name was withdrawn.' },
      });
    }
    if (present && present.publications.length > 0) {
      throw new AppError('CONFLICT', `“${name}” is published from this run already.`, {
        fields: { name: 'Published from this run already.' },
      });
    }
    const figureId = present?.id ?? ctx.ids();
    const now = ctx.clock();
    const data = { name, path, kind: value.kind, format: format ?? Prisma.DbNull };
    if (!present) await tx.figure.create({ data: { id: figureId, firmId, analysisId, ...data, createdById: memberId, createdAt: now } });
    await tx.figurePublication.create({
      data: { id: ctx.ids(), firmId, figureId, runId, value: json, valueHash, publishedById: memberId, publishedAt: now },
    });
    audit({
      type: 'figure.published',
      subject: { type: 'figure', id: figureId },
      data: { name, analysisId, runId, runNumber: run.number, path, valueHash },
    });
    return { figureId, runId };
  });
}
