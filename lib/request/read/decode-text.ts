import type { FileProblem } from '@/lib/core/file-problem';
import { failure, type Result, success } from '@/lib/core/result';
import { readError } from './read-problem';
import { REQUEST_LIMITS } from './request-limits';

const SIGNATURES: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'a Word or ZIP file', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an older Office file', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a gzip file', bytes: [0x1f, 0x8b] },
  { name: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
];

/** Control characters that no text needs, but for the NULs that GPO's text files contain in their banners. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g;
const BINARY_SHARE = 0.01;

/**
 * The characters of a file: UTF-8, UTF-16 with a byte order mark, or windows-1252 where an older copy is not UTF-8. Refuses
 * what is empty, over the limit, or no text at all.
 */
export function decodeText(bytes: Uint8Array): Result<string, FileProblem> {
  if (bytes.byteLength > REQUEST_LIMITS.fileBytes) {
    const limit = REQUEST_LIMITS.fileBytes / 1024 / 1024;
    return failure(
      readError(
        'too-large',
        `This file is larger than the ${limit} MB that a request may have. Give the document alone, not a collection.`,
      ),
    );
  }
  const signature = SIGNATURES.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (signature) {
    return failure(
      readError(
        'binary',
        `This is ${signature.name}. Give the Federal Register document as XML, as the API’s JSON, as HTML or as plain text.`,
      ),
    );
  }
  const text = decode(bytes);
  if (text.trim().length === 0) return failure(readError('empty', 'This file is empty.'));
  const nuls = text.split('\u0000').length - 1;
  const odd = (text.match(CONTROL)?.length ?? 0) + (nuls > 64 ? nuls : 0);
  if (odd > 8 && odd > text.length * BINARY_SHARE) {
    return failure(readError('binary', 'This is not a text file. Give the document as XML, as the API’s JSON, as HTML or as plain text.'));
  }
  return success(text);
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
