import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The text of each page of a Word file as LibreOffice sets it. Throws, with what to install, where LibreOffice or pdftotext is missing. */
export async function pageTexts(docx: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-office-'));
  try {
    await writeFile(join(folder, 'letter.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await installed('soffice', 'libreoffice-writer', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'letter.docx'),
    ]);
    await installed('pdftotext', 'poppler-utils', ['-layout', join(folder, 'letter.pdf'), join(folder, 'letter.txt')]);
    return (await readFile(join(folder, 'letter.txt'), 'utf8')).split('\f').slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The cells of each sheet of a workbook as LibreOffice reads and computes them, by the sheet's name. */
export async function sheetCells(xlsx: Uint8Array): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-office-'));
  try {
    await writeFile(join(folder, 'book.xlsx'), xlsx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    // comma, quote, UTF-8, from the first line; contents in full, not as they are shown; every sheet
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    await installed('soffice', 'libreoffice-calc', [
      profile,
      '--headless',
      '--convert-to',
      csv,
      '--outdir',
      folder,
      join(folder, 'book.xlsx'),
    ]);
    const sheets = new Map<string, string[][]>();
    for (const name of await readdir(folder)) {
      const sheet = /^book-(.+)\.csv$/.exec(name)?.[1];
      if (sheet) sheets.set(sheet, cellsOfCsv(await readFile(join(folder, name), 'utf8')));
    }
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function cellsOfCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, separator = '', quoted, plain = ''] of csv.matchAll(/(^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n]*))/g)) {
    if (separator === '\n') rows.push([]);
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  }
  return rows;
}

/** A Word file as LibreOffice saves it again. */
export async function savedByOffice(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-office-'));
  try {
    await writeFile(join(folder, 'letter.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'saved');
    await installed('soffice', 'libreoffice-writer', [
      profile,
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      out,
      join(folder, 'letter.docx'),
    ]);
    return await readFile(join(out, 'letter.docx'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function installed(program: string, debianPackage: string, words: string[]): Promise<void> {
  try {
    await run(program, words, { timeout: 120_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`These tests need ${program}: install it (Debian: apt-get install ${debianPackage}).`);
  }
}
