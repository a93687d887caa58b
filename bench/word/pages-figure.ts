import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchFigure } from '../measure/figure';

const run = promisify(execFile);

/** The pages of `letter.docx` in a folder, as LibreOffice sets it on this machine; null with the reason where it or poppler is not installed. */
export async function pagesFigure(name: string, folder: string): Promise<BenchFigure> {
  const figure = { name, unit: 'pages', n: 1 } as const;
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  try {
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'letter.docx')]);
    const { stdout } = await run('pdfinfo', [join(folder, 'letter.pdf')]);
    return {
      ...figure,
      value: Number(/^Pages:\s*(\d+)/m.exec(stdout)?.[1]),
      detail: 'as LibreOffice sets it with the fonts of this machine',
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { ...figure, value: null, n: 0, detail: 'not counted: LibreOffice or poppler is not installed' };
  }
}
