import { AppError } from '@/lib/core/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import type { RequestDocument } from '@/lib/request/request-document';
import type { ServiceContext } from '../context/service-context';
import type { VersionOrigin } from './get-request-version';

interface WriteVersion {
  readonly requestId: string;
  readonly origin: VersionOrigin;
  readonly document: RequestDocument;
  readonly hash: string;
  readonly fileId: string | null;
  readonly note: string;
}

const TAKEN = 'P2002';

/** Writes the next version of a request. Throws CONFLICT where somebody else wrote one at the same moment. */
export async function writeVersion(
  tx: Prisma.TransactionClient,
  ctx: ServiceContext,
  { requestId, origin, document, hash, fileId, note }: WriteVersion,
): Promise<{ versionId: string; number: number }> {
  const last = await tx.requestVersion.aggregate({ where: { requestId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const versionId = ctx.ids();
  try {
    await tx.requestVersion.create({
      data: {
        id: versionId,
        firmId: ctx.actor.firmId,
        requestId,
        number,
        origin,
        fileId,
        content: document as unknown as Prisma.InputJsonObject,
        contentHash: hash,
        note,
        createdById: ctx.actor.memberId,
        createdAt: ctx.clock(),
      },
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === TAKEN) {
      throw new AppError(
        'CONFLICT',
        'Somebody else added a version of this request at the same moment. Load it again.',
        {},
        { cause: error },
      );
    }
    throw error;
  }
  return { versionId, number };
}
