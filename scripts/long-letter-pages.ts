import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editedLetter } from '@/bench/compare/edited-letter';
import { benchLetter } from '@/bench/inputs/letter';
import { writeClean } from '@/bench/word/write-clean';
import { writeRedline } from '@/bench/word/write-redline';
import { trackSuggestions } from '@/lib/letter/tracked/track-suggestions';
import { writeLetter } from '@/lib/word/write/write-letter';
import { suggestionsBetween, threadsOf } from '@/tests/support/review-letter';

/** Makes the pictures of docs/letter/sixty-pages: a letter of 60 pages as LibreOffice sets it, clean, as a redline and for review. */
const FOLDER = 'docs/letter/sixty-pages';
const EDITED = 0.2;
/** Of the redline and the review, which repeat the clean file, the pages with most to see. */
const MARKED_PAGES = { first: 4, last: 9 };

/** Many pages: smaller than as PNG, and as easy to read. */
const JPEG = ['-jpeg', '-jpegopt', 'quality=65,optimize=y'];

const work = mkdtempSync(join(tmpdir(), 'marginalia-pages-'));
try {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const letter = benchLetter();
  const edited = editedLetter(letter, EDITED, 3);
  // LibreOffice 7.4 mixes up all notes where a comment ends between the first and the second: see docs/word.md
  const threads = threadsOf(letter).filter(({ sectionId }) => sectionId !== letter.sections[2]?.id);
  const suggested = trackSuggestions(letter, suggestionsBetween(letter, edited));
  const review = await writeLetter(suggested, { kind: 'review', citeAction: () => null, threads });
  picture('clean', await writeClean(letter), { dpi: 55 });
  picture('redline', await writeRedline(letter, edited), { dpi: 70, ...MARKED_PAGES });
  picture('review', review, { dpi: 70, ...MARKED_PAGES });
} finally {
  rmSync(work, { recursive: true, force: true });
}

function picture(name: string, bytes: Uint8Array, pages: { dpi: number; first?: number; last?: number }): void {
  const file = join(work, `${name}.docx`);
  writeFileSync(file, bytes);
  const notes = '{"ExportNotesInMargin":{"type":"boolean","value":"true"}}';
  const filter = name === 'review' ? `pdf:writer_pdf_Export:${notes}` : 'pdf';
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${join(work, 'profile')}`, '--headless', '--convert-to', filter, '--outdir', work, file],
    {
      stdio: 'ignore',
    },
  );
  const range = pages.first === undefined ? [] : ['-f', `${pages.first}`, '-l', `${pages.last}`];
  execFileSync('pdftoppm', ['-r', `${pages.dpi}`, ...range, ...JPEG, join(work, `${name}.pdf`), join(work, name)]);
  for (const page of readdirSync(work).filter((each) => each.endsWith('.jpg'))) {
    copyFileSync(join(work, page), join(FOLDER, page));
    rmSync(join(work, page));
  }
}
