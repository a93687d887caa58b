/** The size of a block of a tar file; headers are one, contents are filled up to whole ones. */
export const TAR_BLOCK = 512;

const MODE = 0o600;

/** The header of a plain file in the form of POSIX 1003.1 (ustar), owned by nobody in particular. */
export function writeTarHeader(name: string, size: number, at: Date): Uint8Array {
  const block = Buffer.alloc(TAR_BLOCK);
  const field = (text: string, offset: number) => block.write(text, offset, 'latin1');
  const octal = (value: number, offset: number, length: number) => field(`${value.toString(8).padStart(length - 1, '0')}\0`, offset);
  field(name, 0);
  octal(MODE, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  field('0', 156);
  field('ustar\u000000', 257);
  field(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** What a header says; null where the block is none of a plain file with a short name. */
export function readTarHeader(block: Uint8Array): { readonly name: string; readonly size: number } | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const text = (offset: number, length: number) => bytes.toString('latin1', offset, offset + length).split('\0', 1)[0] ?? '';
  const number = (offset: number, length: number) => {
    const digits = text(offset, length).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  const [name, size] = [text(0, 100), number(124, 12)];
  const isPlain = text(257, 6) === 'ustar' && text(156, 1) === '0' && text(345, 155) === '';
  return isPlain && number(148, 8) === checksum(bytes) && name !== '' && Number.isSafeInteger(size) ? { name, size } : null;
}

/** How many zeros follow a content of this size. */
export function tarPadding(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

/** The sum of the bytes, those of the sum's own field taken as blanks. */
function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (const [index, byte] of block.entries()) if (index < 148 || index >= 156) sum += byte;
  return sum;
}
