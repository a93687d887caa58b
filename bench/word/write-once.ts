// A process of its own, so that its start and its memory are measured: write-once.ts <letter as JSON> <file to write>
import { readFile, writeFile } from 'node:fs/promises';
import type { LetterContent } from '@/lib/letter/letter-content';
import { writeClean } from './write-clean';

const [from = '', to = ''] = process.argv.slice(2);
const letter = JSON.parse(await readFile(from, 'utf8')) as LetterContent;
await writeFile(to, await writeClean(letter));
