import { sha256Hex } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { inOnePiece } from '../file/in-one-piece';
import { storeFile } from '../file/store-file';

interface ExportToKeep {
  readonly letterId: string;
  readonly snapshot: { readonly id: string; readonly number: number };
  /** a BuildKind, or "package" */
  readonly build: string;
  readonly agency: string | null;
  readonly options: Prisma.InputJsonObject;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** what the checks found, by code */
  readonly findings: readonly string[];
  readonly overrideReason: string | null;
}

export interface KeptExport {
  readonly exportId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** Keeps a file that was made of a letter, with the event that says so. */
export async function keepExport(ctx: ServiceContext, made: ExportToKeep): Promise<KeptExport> {
  const { letterId, snapshot, build, agency, options, bytes, findings, overrideReason } = made;
  const sha256 = sha256Hex(bytes);
  const exportId = ctx.ids();
  const file = await storeFile(ctx, {
    name: made.fileName,
    mediaType: made.mediaType,
    source: inOnePiece(bytes),
    maxBytes: bytes.length,
  });
  await transact(ctx, async (tx, audit) => {
    const { memberId, firmId } = ctx.actor;
    await tx.export.create({
      data: {
        ...{ id: exportId, firmId, letterId, snapshotId: snapshot.id, build, agency, options, fileId: file.id, sha256 },
        createdById: memberId,
        createdAt: ctx.clock(),
      },
    });
    audit({
      type: 'letter.exported',
      subject: { type: 'letter', id: letterId },
      data: { exportId, build, agency, options, snapshotNumber: snapshot.number, sha256, findings, overrideReason },
    });
  });
  return { exportId, fileId: file.id, fileName: made.fileName, sha256 };
}
