// Validates the bytes it is given. Plain JavaScript, so that nothing compiles the validator's 44 MB as they are read.
import { parentPort, workerData } from 'node:worker_threads';
import validate from '@ooxml-tools/validate';

parentPort?.postMessage(await validate(workerData, 'docx', 'Microsoft365'));
