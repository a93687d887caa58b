import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json';

/** SHA-256 as 64 lower-case hexadecimal digits, of bytes or of a text in UTF-8. Runs in browsers and workers too. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** SHA-256 of a value's canonical JSON: equal values give equal hashes on every machine. */
export function contentHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
