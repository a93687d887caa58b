import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import type { PresentContent } from './read-signed-contents';

/** Notes that the member has seen this content of a section: what differs from it later is what changed since they last read. */
export async function keepReading(
  { actor, clock }: ServiceContext,
  tx: Prisma.TransactionClient,
  sectionId: string,
  { content, hash }: PresentContent,
): Promise<void> {
  const { memberId, firmId } = actor;
  const seen = { contentHash: hash, content: JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject, at: clock() };
  await tx.sectionReading.upsert({
    where: { memberId_sectionId: { memberId, sectionId } },
    create: { memberId, sectionId, firmId, ...seen },
    update: seen,
  });
}
