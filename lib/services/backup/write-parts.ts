import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { TAR_BLOCK, tarPadding, writeTarHeader } from './tar-header';

/** A named piece of a backup. */
export interface BackupPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file as it was written. */
export interface WrittenFile {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Writes parts as they come into a new file as tar in gzip (`tar -xzf` reads it), for its owner alone, and flushes it to the disk. Throws what
 * the parts throw, and the error of the system where the disk does not take it.
 */
export async function writeParts(path: string, parts: AsyncIterable<BackupPart>, at: Date): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(tar(parts, at)), createGzip(), measure, file);
  return { sha256: hash.digest('hex'), size };
}

async function* tar(parts: AsyncIterable<BackupPart>, at: Date): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of parts) {
    yield writeTarHeader(name, bytes.length, at);
    if (bytes.length > 0) yield bytes;
    if (tarPadding(bytes.length) > 0) yield Buffer.alloc(tarPadding(bytes.length));
  }
  yield Buffer.alloc(2 * TAR_BLOCK);
}
