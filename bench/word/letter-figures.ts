import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchLetter } from '../inputs/letter';
import { letterMarkdown } from '../inputs/letter-markdown';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, ratioFigure, sizeFigure, timeFigure } from '../measure/figures-of';
import { type ColdRun, timeNode, timeProcess } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';
import { pagesFigure } from './pages-figure';
import { writeClean } from './write-clean';

const RUNS = 5;

/** A server has written letters before: what is compiled while it runs has been compiled by then. */
const WARM_UP = 10;

const LETTER = 'letter of 200 footnotes, 20 tables, 10 charts and 40 bound amounts';

/** The clean build of a long letter, and pandoc on the same words; their runs take turns, so that the machine is the same for both. */
export async function* letterFigures(folder: string): AsyncGenerator<BenchFigure> {
  const letter = benchLetter();
  const json = join(folder, 'letter.json');
  const markdown = join(folder, 'letter.md');
  const docx = join(folder, 'letter.docx');
  const other = join(folder, 'pandoc.docx');
  await writeFile(json, JSON.stringify(letter));
  await writeFile(markdown, letterMarkdown(letter));
  const own: ColdRun[] = [];
  const pandoc: number[] = [];
  const warm: number[] = [];
  await timeWarm(() => writeClean(letter), 0, WARM_UP);
  for (let index = 0; index < RUNS; index += 1) {
    own.push(await timeNode(['--import', 'tsx', 'bench/word/write-once.ts', json, docx]));
    warm.push(...(await timeWarm(() => writeClean(letter), 1, 0)));
    const taken = await timePandoc(markdown, other);
    if (taken !== null) pandoc.push(taken);
  }
  const cold = own.map((run) => run.milliseconds);
  yield timeFigure('clean.cold', cold, `${LETTER}, JSON file to Word file, new process`);
  yield memoryFigure(
    'clean.peak-rss',
    own.map((run) => run.peakBytes),
    'most memory of that process',
  );
  yield sizeFigure('clean.size', (await stat(docx)).size, 'the Word file');
  yield await pagesFigure('clean.pages', folder);
  yield timeFigure('clean.warm', warm, `${LETTER}, content to bytes, same process`);
  if (pandoc.length === 0) {
    yield { name: 'pandoc.cold', value: null, unit: 'ms', n: 0, detail: 'pandoc is not installed: nothing to compare with' };
    return;
  }
  yield timeFigure('pandoc.cold', pandoc, 'the same words from Markdown to docx with contents; no charts, bindings or annex of figures');
  yield sizeFigure('pandoc.size', (await stat(other)).size, 'its Word file');
  yield ratioFigure('clean.cold-to-pandoc', cold, pandoc, 'clean.cold ÷ pandoc.cold, taken in turns');
  yield ratioFigure('clean.warm-to-pandoc', warm, pandoc, 'clean.warm ÷ pandoc.cold: a server writes warm, pandoc starts each time');
}

/** Milliseconds of pandoc; null where it is not installed. */
async function timePandoc(from: string, to: string): Promise<number | null> {
  try {
    return (await timeProcess('pandoc', ['--from', 'markdown', '--to', 'docx', '--toc', '--output', to, from])).milliseconds;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
