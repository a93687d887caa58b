import { open } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors';
import { WORD_LIMITS } from '@/lib/word/read/word-limits';

/** The bytes of a Word file that came back. One over the limit is not read at all. Throws TOO_LARGE, or INVALID_INPUT for a folder. */
export async function wordFileBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new AppError('INVALID_INPUT', `A file is needed, and this is a folder: ${path}.`);
    if (stat.size > WORD_LIMITS.fileBytes) {
      throw new AppError('TOO_LARGE', `${path} is larger than the 100 MB that a returned letter may have.`);
    }
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}
