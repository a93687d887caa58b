import { unzipSync } from 'fflate';
import type { FileProblem } from '@/lib/core/file-problem';
import { failure, type Result, success } from '@/lib/core/result';
import type { PackageParts } from './rezip';

/** More than any letter needs; what claims more is refused before it is unpacked. */
export const PACKAGE_LIMITS: PackageLimits = { unpackedBytes: 512 * 1024 * 1024, parts: 5000 };
/** Unpacked over packed, for parts of more than a megabyte: no document reaches it. */
const MOST_RATIO = 400;
const MEGABYTE = 1024 * 1024;

export interface PackageLimits {
  readonly unpackedBytes: number;
  readonly parts: number;
}

/** The parts of an Open XML package. Fails with one problem where the bytes are no package, are encrypted, or claim to be enormous. */
export function openPackage(bytes: Uint8Array, limits = PACKAGE_LIMITS): Result<PackageParts, FileProblem> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse('encrypted', 'The file is encrypted or is a .doc of an old Word: save it as an unprotected .docx.');
  }
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return refuse('not-a-package', 'The file is not a .docx: it does not begin as a zip does.');
  let unpacked = 0;
  let count = 0;
  let tooLarge = false;
  let parts: PackageParts;
  try {
    parts = unzipSync(bytes, {
      filter: (file) => {
        unpacked += file.originalSize;
        count += 1;
        const tooTight = file.originalSize > MEGABYTE && file.originalSize > MOST_RATIO * file.size;
        tooLarge ||= tooTight || unpacked > limits.unpackedBytes || count > limits.parts;
        return !tooLarge && !file.name.endsWith('/');
      },
    });
  } catch {
    return refuse('truncated', 'The file is damaged or incomplete: its parts cannot be unpacked.');
  }
  if (tooLarge) {
    const most = `over ${limits.unpackedBytes / MEGABYTE} MB, ${limits.parts.toLocaleString('en-US')} parts, or ${MOST_RATIO} times its size`;
    return refuse('too-large', `The file unpacks to more than it can be: ${most}.`);
  }
  if (parts['[Content_Types].xml'] === undefined) return refuse('not-a-package', 'The file is a zip, but not an Open XML document.');
  return success(parts);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refuse(code: string, message: string): Result<never, FileProblem> {
  return failure({ severity: 'error', code, line: null, column: null, value: null, message });
}
