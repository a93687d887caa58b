// Loaded before a measured program (node --import): tells on descriptor 3, when it ends, the most memory that the process had, in kilobytes.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
