// A process of its own, so that nothing is warm: compare-once.ts <letter as JSON> <letter as JSON> <file to write the milliseconds to>
import { readFile, writeFile } from 'node:fs/promises';
import { compareLetters } from '@/lib/letter/compare/compare-letters';
import type { LetterContent } from '@/lib/letter/letter-content';

const [from = '', to = '', told = ''] = process.argv.slice(2);
const [before, after] = [
  JSON.parse(await readFile(from, 'utf8')) as LetterContent,
  JSON.parse(await readFile(to, 'utf8')) as LetterContent,
];
const start = performance.now();
compareLetters(before, after);
await writeFile(told, String(performance.now() - start));
