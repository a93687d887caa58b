import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTarHeader, TAR_BLOCK, tarPadding, writeTarHeader } from '@/lib/services/backup/tar-header';

const AT = new Date('2026-07-01T14:00:00.000Z');

describe('the header of a part', () => {
  it('is read as it was written, whatever the name and the size', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w./-]{1,99}$/), fc.integer({ min: 0, max: 8 ** 11 - 1 }), (name, size) => {
        expect(readTarHeader(writeTarHeader(name, size, AT))).toEqual({ name, size });
      }),
    );
  });

  it('is refused when any of its bytes is another', () => {
    const header = writeTarHeader('tables/Letter/000000.copy', 4711, AT);
    fc.assert(
      fc.property(fc.nat(TAR_BLOCK - 1), fc.integer({ min: 1, max: 255 }), (index, by) => {
        const changed = Uint8Array.from(header);
        changed[index] = (header[index]! + by) % 256;
        const read = readTarHeader(changed);
        // blanks and zeros around the digits of the sum itself say the same
        if (read !== null) expect(index >= 148 && index < 156 && read.size === 4711).toBe(true);
      }),
    );
  });

  it.each([
    ['a link', 156, '1'],
    ['a folder', 156, '5'],
    ['a long name in two fields', 345, 'x'],
    ['another form', 257, 'gnuta'],
  ])('is refused where it is of %s', (_, offset, text) => {
    const header = Buffer.from(writeTarHeader('a', 0, AT));
    header.write(text, offset);
    expect(readTarHeader(header)).toBeNull();
  });

  it.each([
    [0, 0],
    [1, 511],
    [511, 1],
    [512, 0],
    [513, 511],
  ])('is followed, after %i bytes, by %i zeros', (size, zeros) => {
    expect(tarPadding(size)).toBe(zeros);
  });
});
