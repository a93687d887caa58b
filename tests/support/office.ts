import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

async function installed(program: string, debianPackage: string, words: string[]): Promise<void> {
  try {
    await run(program, words, { timeout: 120_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`These tests need ${program}: install it (Debian: apt-get install ${debianPackage}).`);
  }
}
