import { readFile, stat } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import { looksLikeXml } from '@/lib/margin/parameters/looks-like-xml';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';

const MOST_BYTES = 4 * 1024 * 1024;

/** The pack in a file of JSON or of ORE's XML, or every sentence that says why it is none. A file that is neither is refused as unreadable. */
export async function readSimmPackFile(path: string): Promise<Result<SimmPack, string>> {
  if ((await stat(path)).size > MOST_BYTES) throw new AppError('TOO_LARGE', `${path} is larger than the 4 MiB that a pack may have.`);
  const text = await readFile(path, 'utf8');
  // the reader of XML is loaded only where it is needed
  if (looksLikeXml(text)) {
    const { readOreCalibration } = await import('@/lib/margin/parameters/read-ore-calibration');
    const read = readOreCalibration(text);
    return read.ok ? parseSimmPack(read.value) : read;
  }
  try {
    return parseSimmPack(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError('UNREADABLE_FILE', `${path} is neither JSON nor XML: ${error.message}.`);
    throw error;
  }
}
