import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { canChangeTemplates } from '@/lib/policies/template';
import type { TemplateSummary } from '@/lib/word/template/house-template';
import { readTemplate } from '@/lib/word/template/read-template';
import { MOST_TEMPLATE_BYTES } from '@/lib/word/template/template-package';
import { WORD_MEDIA_TYPE } from '@/lib/word/word-media-type';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { inOnePiece } from '../file/in-one-piece';
import { storeFile } from '../file/store-file';

/**
 * Takes a Word file as the firm's letter template; from now on letters are written with it. The file is checked whole: throws UNREADABLE_FILE
 * with `details.problems`, a sentence for each reason, and then nothing is kept. Throws CONFLICT for a file that is in use already.
 */
export async function addTemplate(
  ctx: ServiceContext,
  input: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<{ id: string; summary: TemplateSummary }> {
  authorise(canChangeTemplates(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  const read = readTemplate(input.bytes, input.fileName);
  if (!read.ok) {
    const problems = read.failures.map(({ part, message }) => (part === null ? message : `${message} (${part})`));
    throw new AppError('UNREADABLE_FILE', 'The file cannot be the letter template, and nothing of it was kept.', { problems });
  }
  const { summary } = read.value;
  const file = await storeFile(ctx, {
    name: input.fileName,
    mediaType: WORD_MEDIA_TYPE,
    source: inOnePiece(input.bytes),
    maxBytes: MOST_TEMPLATE_BYTES,
  });
  return transact(ctx, async (tx, audit) => {
    const newest = await tx.houseTemplate.findFirst({
      where: { firmId, withdrawnAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    if (newest?.sha256 === file.sha256) throw new AppError('CONFLICT', `This file is the letter template already, as “${newest.name}”.`);
    const id = ctx.ids();
    const own = { name: file.name, sha256: file.sha256 };
    await tx.houseTemplate.create({
      data: {
        ...{ id, firmId, fileId: file.id, ...own },
        summary: summary as unknown as Prisma.InputJsonObject,
        ...{ createdById: memberId, createdAt: ctx.clock() },
      },
    });
    audit({ type: 'template.added', subject: { type: 'template', id }, data: own });
    return { id, summary };
  });
}
