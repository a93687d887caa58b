import { AppError } from '@/lib/core/errors';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import type { HouseStyle } from '@/lib/word/letter-build';
import { readTemplate } from '@/lib/word/template/read-template';

/**
 * What the firm's letters are written with: the newest template that is not withdrawn, null for the styles of our own. Throws CONFLICT where
 * this version of the program refuses a template that an earlier one took. Whoever calls it has authorised the export.
 */
export async function currentTemplate(tx: Prisma.TransactionClient | PrismaClient, firmId: string): Promise<HouseStyle | null> {
  const template = await tx.houseTemplate.findFirst({
    where: { firmId, withdrawnAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (template === null) return null;
  const file = await tx.storedFile.findFirst({ where: { id: template.fileId, firmId }, select: { id: true } });
  const parts = file === null ? [] : await tx.storedFilePart.findMany({ where: { fileId: file.id }, orderBy: { ordinal: 'asc' } });
  const read = readTemplate(new Uint8Array(Buffer.concat(parts.map(({ bytes }) => bytes))), template.name);
  if (read.ok) return read.value.style;
  const why = read.failures[0]?.message ?? '';
  throw new AppError('CONFLICT', `The letter template “${template.name}” cannot be used any more: ${why} Withdraw it or bring another.`);
}
