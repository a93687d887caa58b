import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { HouseStyle } from '@/lib/word/letter-build';
import { readTemplate } from '@/lib/word/template/read-template';
import { fileBytes } from '../file/file-bytes';

/**
 * What the firm's letters are written with: the newest template that is not withdrawn, null for the styles of our own. Throws CONFLICT where
 * this version of the program refuses a template that an earlier one took. Whoever calls it has authorised the export.
 */
export async function currentTemplate(tx: Prisma.TransactionClient, firmId: string): Promise<HouseStyle | null> {
  const template = await tx.houseTemplate.findFirst({
    where: { firmId, withdrawnAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (template === null) return null;
  const file = await tx.storedFile.findFirst({ where: { id: template.fileId, firmId }, select: { id: true } });
  const read = readTemplate(file === null ? new Uint8Array() : await fileBytes(tx, file.id), template.name);
  if (read.ok) return read.value.style;
  const why = read.failures[0]?.message ?? '';
  throw new AppError('CONFLICT', `The letter template “${template.name}” cannot be used any more: ${why} Withdraw it or bring another.`);
}
