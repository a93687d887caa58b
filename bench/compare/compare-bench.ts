import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { compareLetters, type LetterComparison } from '@/lib/letter/compare/compare-letters';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { type ColdRun, timeNode } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';
import { editedLetter, longLetter, otherNames, otherWords } from './edited-letter';

const RUNS = 9;
const COLD_RUNS = 3;
const SEED = 20_260_901;

/** Two versions of a letter of 100 pages: compared, and the changes applied; and the worst there is, every word of it another. */
export async function* figures(folder: string): AsyncGenerator<BenchFigure> {
  const before = longLetter();
  const after = editedLetter(before, 0.05, SEED);
  const comparison = compareLetters(before, after);
  const count = changesOf(comparison);
  const [first, cold] = await coldRuns(folder, before, after);
  yield timeFigure(
    'letters.first',
    first,
    `two versions of 100 pages, 5% of the paragraphs edited, ${count} changes; the first comparison of a process`,
  );
  yield memoryFigure(
    'letters.peak-rss',
    cold.map(({ peakBytes }) => peakBytes),
    'most memory of that process',
  );
  const run = (other: LetterContent) => async () => void compareLetters(before, other);
  yield timeFigure('letters.warm', await timeWarm(run(after), RUNS, 3), 'the same two, again in one process');
  yield timeFigure('letters.same', await timeWarm(run(structuredClone(before)), RUNS, 3), 'a version and a copy of it');
  yield timeFigure(
    'letters.apply',
    await timeWarm(async () => applyAll(before, comparison), RUNS, 3),
    `the ${count} changes applied, section by section`,
  );
  const other = otherWords(before);
  yield timeFigure('letters.other-words', await timeWarm(run(other), RUNS, 1), 'every paragraph with other words under the same name');
  yield timeFigure('letters.unrelated', await timeWarm(run(otherNames(other)), RUNS, 1), 'no name and no sentence in common');
}

/** The milliseconds of the first comparison of each of some processes, and the processes. */
async function coldRuns(folder: string, before: LetterContent, after: LetterContent): Promise<[number[], ColdRun[]]> {
  const [from, to, told] = ['before.json', 'after.json', 'told'].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(from, JSON.stringify(before));
  await writeFile(to, JSON.stringify(after));
  const times: number[] = [];
  const runs: ColdRun[] = [];
  for (let index = 0; index < COLD_RUNS; index += 1) {
    runs.push(await timeNode(['--import', 'tsx', 'bench/compare/compare-once.ts', from, to, told]));
    times.push(Number(await readFile(told, 'utf8')));
  }
  return [times, runs];
}

function changesOf({ sections }: LetterComparison): number {
  return sections.reduce((sum, { changes }) => sum + changes.length, 0);
}

function applyAll(letter: LetterContent, { sections }: LetterComparison): void {
  for (const { sectionId, changes } of sections) {
    const section = letter.sections.find(({ id }) => id === sectionId);
    if (section && changes.length > 0) applyChanges(section.body, changes);
  }
}
