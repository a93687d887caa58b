import type { FileProblem } from '@/lib/core/file-problem';

/** Says why a file's first bytes are not text in UTF-8, or null when they may be. */
export function detectText(first: Uint8Array): FileProblem | null {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => first[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    return refusal('binary-file', 'This is a zip file, perhaps an Excel workbook; save the sheet as "CSV UTF-8" and load that.');
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    return refusal('binary-file', 'This is an old Excel or Word file; save the sheet as "CSV UTF-8" and load that.');
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) return refusal('binary-file', 'This is a PDF; a CSV file is expected.');
  if (starts(0x1f, 0x8b)) return refusal('binary-file', 'This file is compressed; unpack it and load the CSV file in it.');
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff) || looksLikeUtf16(first)) {
    return refusal('encoding', 'The file is written in UTF-16; save it as "CSV UTF-8" and load it again.');
  }
  if (first.includes(0)) return refusal('binary-file', 'The file holds zero bytes and is no text; a CSV file in UTF-8 is expected.');
  return null;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = Math.min(bytes.length, 64);
  if (sample < 4) return false;
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let index = 0; index < sample; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) zerosAtEven += 1;
    else zerosAtOdd += 1;
  }
  return Math.max(zerosAtEven, zerosAtOdd) >= sample * 0.4 && Math.min(zerosAtEven, zerosAtOdd) === 0;
}

function refusal(code: string, message: string): FileProblem {
  return { severity: 'error', code, line: null, column: null, value: null, message };
}
