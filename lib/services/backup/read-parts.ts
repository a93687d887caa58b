import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '@/lib/core/errors';
import { PART_BYTES } from './backup-manifest';
import { readTarHeader, TAR_BLOCK, tarPadding } from './tar-header';
import type { BackupPart } from './write-parts';

/** Tables pack to a tenth, rarely to a fiftieth; what unpacks to more than this many times itself was made to fill disks. */
const LARGEST_RATIO = 250;
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;

/** What any other file is called. */
export const NO_BACKUP = 'This is no backup of Marginalia: `marginalia backup` makes one.';

/**
 * The parts of a backup in order, one in memory at a time. Throws UNREADABLE_FILE where the file is something else, is damaged or ends early, and
 * TOO_LARGE where a part, or all together, unpack to more than a backup can.
 */
export async function* readParts(path: string): AsyncGenerator<BackupPart> {
  const size = await sizeOfGzip(path);
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  const bytes = new ByteReader(source.pipe(gunzip), ALWAYS_ALLOWED_BYTES + size * LARGEST_RATIO);
  try {
    for (let isFirst = true; ; isFirst = false) {
      const block = await bytes.take(TAR_BLOCK).catch((error: unknown) => {
        throw isFirst && error instanceof AppError ? new AppError('UNREADABLE_FILE', NO_BACKUP) : error;
      });
      if (block.every((byte) => byte === 0)) return await bytes.end();
      const header = readTarHeader(block);
      if (header === null) throw new AppError('UNREADABLE_FILE', isFirst ? NO_BACKUP : damaged('a part has no head'));
      if (header.size > PART_BYTES) throw new AppError('TOO_LARGE', `The part ${header.name} is larger than a backup writes them.`);
      yield { name: header.name, bytes: await bytes.take(header.size) };
      await bytes.take(tarPadding(header.size));
    }
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** What a damaged file is called, everywhere. */
export function damaged(how: string): string {
  return `The backup is damaged (${how}): use another copy of it, or an earlier one.`;
}

async function sizeOfGzip(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) throw new AppError('UNREADABLE_FILE', NO_BACKUP);
    return size;
  } finally {
    await file.close();
  }
}

/** Takes so many bytes at a time from a stream, and no more in all than allowed. */
class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array();
  private total = 0;

  constructor(
    stream: AsyncIterable<Uint8Array>,
    private readonly allowed: number,
  ) {
    this.source = stream[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      if (this.rest.length === 0) this.rest = await this.next();
      const piece = this.rest.subarray(0, missing);
      this.rest = this.rest.subarray(piece.length);
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  /** Reads to the end, where the sum of all that was packed is checked. */
  async end(): Promise<void> {
    for (let left: Uint8Array | null = this.rest; left !== null; left = await this.read()) {
      if (left.some((byte) => byte !== 0)) throw new AppError('UNREADABLE_FILE', damaged('something follows its end'));
    }
  }

  private async next(): Promise<Uint8Array> {
    const value = await this.read();
    if (value === null) throw unreadable({ code: 'Z_BUF_ERROR' });
    return value;
  }

  private async read(): Promise<Uint8Array | null> {
    const { done, value } = await this.source.next().catch((error: NodeJS.ErrnoException) => {
      throw unreadable(error);
    });
    if (done) return null;
    this.total += value.length;
    if (this.total > this.allowed) {
      throw new AppError(
        'TOO_LARGE',
        `The file unpacks to more than ${LARGEST_RATIO} times its size, which no backup does. Nothing was restored.`,
      );
    }
    return value;
  }
}

function unreadable(error: { readonly code?: string }): unknown {
  if (error.code === 'Z_BUF_ERROR') {
    return new AppError(
      'UNREADABLE_FILE',
      'The backup ends too early: it was not written or copied to its end. Use another copy of it, or an earlier one.',
    );
  }
  return error.code?.startsWith('Z_') ? new AppError('UNREADABLE_FILE', damaged('it does not unpack')) : error;
}
