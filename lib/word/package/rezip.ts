import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts of a package by their path. */
export type PackageParts = Record<string, Uint8Array>;

/** Local midnight of the first day that a zip can name, so that every machine writes the same bytes. */
const ZIP_TIME = new Date(1980, 0, 1);

/** A zip of the parts whose bytes depend on them alone: the content types first, as readers expect, then by name, all of one fixed time. */
export function rezip(parts: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const files: Zippable = {};
  for (const name of names) {
    const part = parts[name] ?? '';
    // a workbook is a zip already
    const level = name.endsWith('.xlsx') ? 0 : 6;
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { mtime: ZIP_TIME, level, os: 0, attrs: 0 }];
  }
  return zipSync(files);
}

function rank(name: string): number {
  if (name === '[Content_Types].xml') return 0;
  return name === '_rels/.rels' ? 1 : 2;
}
