import { readFile } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';

/** The pack in a file, or every sentence that says why it is none. A file that is no JSON is refused as unreadable. */
export async function readSimmPackFile(path: string): Promise<Result<SimmPack, string>> {
  const text = await readFile(path, 'utf8');
  try {
    return parseSimmPack(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError('UNREADABLE_FILE', `${path} is no JSON: ${error.message}.`);
    throw error;
  }
}
