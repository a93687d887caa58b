import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWord } from '@/lib/word/read/read-word';
import { editedLetter } from '../compare/edited-letter';
import { benchLetter } from '../inputs/letter';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { timeNode } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';
import { writeClean } from './write-clean';
import { writeRedline } from './write-redline';

const RUNS = 5;
const WARM_UP = 2;
/** Of the letter's paragraphs. */
const EDITED = 0.05;

/** The redline of the long letter against itself with a twentieth of its paragraphs edited, and its clean file read back. */
export async function* redlineFigures(folder: string): AsyncGenerator<BenchFigure> {
  const letter = benchLetter();
  const edited = editedLetter(letter, EDITED, 3);
  const redline = await timeWarm(() => writeRedline(letter, edited), RUNS, WARM_UP);
  yield timeFigure('redline.warm', redline, 'two versions, 5 % of the paragraphs edited, compared and written, same process');

  const json = join(folder, 'kept.json');
  const docx = join(folder, 'kept.docx');
  await writeFile(json, JSON.stringify(letter));
  await writeFile(docx, await writeClean(letter));
  const bytes = new Uint8Array(await readFile(docx));
  const read = await timeWarm(async () => readWord(bytes, letter), RUNS, WARM_UP);
  yield timeFigure('read.warm', read, 'the clean file read back, bytes to sections, same process');
  const run = await timeNode(['--import', 'tsx', 'bench/word/read-once.ts', json, docx]);
  yield memoryFigure('read.peak-rss', [run.peakBytes], 'most memory of a process that reads it');
}
