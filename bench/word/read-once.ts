// A process of its own, so that its memory is measured: read-once.ts <letter as JSON> <Word file of it>
import { readFile } from 'node:fs/promises';
import type { LetterContent } from '@/lib/letter/letter-content';
import { readWord } from '@/lib/word/read/read-word';

const [letter = '', file = ''] = process.argv.slice(2);
const read = readWord(new Uint8Array(await readFile(file)), JSON.parse(await readFile(letter, 'utf8')) as LetterContent);
if (!read.ok) throw new Error(read.failures[0]?.message);
