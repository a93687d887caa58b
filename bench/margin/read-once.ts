// A process of its own, so that its start and its memory are measured: read-once.ts <positions file> <rows>
import { readFileOf } from './read-file-of';

const [path = '', rows = ''] = process.argv.slice(2);
await readFileOf(path, Number(rows));
