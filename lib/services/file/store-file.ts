import { createHash } from 'node:crypto';
import { AppError } from '@/lib/core/errors';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';

const PART_BYTES = 1024 * 1024;
const ABANDONED_AFTER_MS = 24 * 3_600_000;

export interface StoredFileSummary {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Keeps an upload as it streams, in parts of 1 MiB. Until the last byte is there the file has no sha256 and nobody finds it; what a broken upload
 * left is removed at once, or by the firm's next upload a day later. Whether the member may upload is for the calling service to have asked. Throws TOO_LARGE over
 * `maxBytes` and what the source throws.
 */
export async function storeFile(
  ctx: ServiceContext,
  input: { name: string; mediaType: string; source: AsyncIterable<Uint8Array>; maxBytes: number },
): Promise<StoredFileSummary> {
  const { db, actor } = ctx;
  const id = ctx.ids();
  const name = fileName(input.name);
  const now = ctx.clock();
  await db.storedFile.deleteMany({
    where: { firmId: actor.firmId, sha256: '', createdAt: { lt: new Date(now.getTime() - ABANDONED_AFTER_MS) } },
  });
  await db.storedFile.create({
    data: {
      id,
      firmId: actor.firmId,
      name,
      mediaType: input.mediaType.slice(0, 100),
      size: 0,
      sha256: '',
      createdById: actor.memberId,
      createdAt: now,
    },
  });
  try {
    const { size, sha256 } = await writeParts(db, id, input.source, input.maxBytes);
    await db.storedFile.update({ where: { id }, data: { size, sha256 } });
    return { id, name, size, sha256 };
  } catch (error) {
    await db.storedFile.deleteMany({ where: { id } });
    throw error;
  }
}

async function writeParts(
  db: PrismaClient,
  fileId: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  const part = new Uint8Array(PART_BYTES);
  let filled = 0;
  let ordinal = 0;
  let size = 0;
  const flush = async () => {
    if (filled === 0) return;
    await db.storedFilePart.create({ data: { fileId, ordinal, bytes: part.slice(0, filled) } });
    ordinal += 1;
    filled = 0;
  };
  for await (const piece of source) {
    size += piece.length;
    if (size > maxBytes)
      throw new AppError('TOO_LARGE', `The file is larger than ${Math.floor(maxBytes / PART_BYTES)} MiB. Nothing of it was kept.`, {
        maxBytes,
      });
    hash.update(piece);
    for (let at = 0; at < piece.length; ) {
      const take = Math.min(PART_BYTES - filled, piece.length - at);
      part.set(piece.subarray(at, at + take), filled);
      filled += take;
      at += take;
      if (filled === PART_BYTES) await flush();
    }
  }
  await flush();
  return { size, sha256: hash.digest('hex') };
}

/** The last part of a path, without control characters, of at most 200 characters. */
function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const name = last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  return name === '' ? 'unnamed file' : name;
}
