import { UnreadableWordFile, wordFileProblem } from '../word-file-problem';
import { WORD_LIMITS } from '../word-limits';

/** A file in a zip, as the zip's directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  /** 0 stored, 8 deflated */
  readonly method: number;
  /** where its local header begins */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 1;
const UTF8 = 1 << 11;

/** The directory of a zip: nothing is unpacked. Refuses what is cut off, encrypted, or larger than any letter. */
export function zipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) throw damaged();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > WORD_LIMITS.parts) throw tooLarge();
  const entries = new Map<string, ZipEntry>();
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged();
    const entry: ZipEntry = {
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8) !== 0),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ((flags & ENCRYPTED) !== 0) throw new UnreadableWordFile(wordFileProblem('encrypted', PASSWORD, { part: entry.name }));
    if (entry.packed === IN_ZIP64 || entry.unpacked === IN_ZIP64) throw tooLarge();
    if (entry.unpacked > 1024 * 1024 && entry.unpacked > WORD_LIMITS.ratio * entry.packed) throw tooTight(entry.name);
    unpacked += entry.unpacked;
    if (unpacked > WORD_LIMITS.unpackedBytes) throw tooLarge();
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

export const PASSWORD = 'The file is protected by a password. Save it without one and bring it again.';

/** Where the end record begins: behind it stands a comment of any length. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - MOST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

/** Names in a directory are UTF-8 or of an old code page, of which only the plain letters matter here. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  const name = utf8 ? new TextDecoder().decode(bytes) : String.fromCharCode(...bytes);
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function damaged(): UnreadableWordFile {
  return new UnreadableWordFile(
    wordFileProblem('damaged-zip', 'The file is damaged or was cut off on its way: its list of parts cannot be read. Ask for it again.'),
  );
}

function tooLarge(): UnreadableWordFile {
  return new UnreadableWordFile(
    wordFileProblem('too-large', 'The file unpacks to more than a letter can be: over 512 MB or 5,000 parts. It was not opened.'),
  );
}

export function tooTight(part: string): UnreadableWordFile {
  return new UnreadableWordFile(
    wordFileProblem('packed-too-tightly', `The file's part ${part} unpacks to more than a document can hold. It was not opened.`, { part }),
  );
}
