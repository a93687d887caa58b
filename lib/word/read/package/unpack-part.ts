import { Inflate } from 'fflate';
import { UnreadableWordFile, wordFileProblem } from '../word-file-problem';
import { tooTight, type ZipEntry } from './zip-directory';

const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** So much is unpacked at a time: what unpacks to more than it states is found before it fills the memory. */
const STEP = 32 * 1024;

/** The bytes of a part. Never more than the zip's directory states; a part that is another than its checksum says is damaged. */
export function unpackPart(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(file, entry);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged(entry);
  const bytes = entry.method === STORED ? packed : inflated(packed, entry);
  if (bytes.length !== entry.unpacked || crcOf(bytes) !== entry.crc) throw damaged(entry);
  return bytes;
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (entry.offset + 30 > file.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged(entry);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > file.length) throw damaged(entry);
  return file.subarray(start, start + entry.packed);
}

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(entry.unpacked);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > entry.unpacked) throw tooTight(entry.name);
    bytes.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof UnreadableWordFile ? error : damaged(entry);
  }
  return length === bytes.length ? bytes : bytes.subarray(0, length);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function damaged(entry: ZipEntry): UnreadableWordFile {
  return new UnreadableWordFile(
    wordFileProblem('damaged-zip', `The file is damaged: its part ${entry.name} cannot be unpacked. Ask for it again.`, {
      part: entry.name,
    }),
  );
}
