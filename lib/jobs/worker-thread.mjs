// The first file of a computing thread: plain JavaScript, because TypeScript can be loaded only after tsx is registered here.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

const EVERY_MS = 100;
let last = 0;

/** Sends progress at most ten times a second; the last step always. */
function progress(done, total, message) {
  const now = performance.now();
  if (done !== total && now - last < EVERY_MS) return;
  last = now;
  parentPort.postMessage({ kind: 'progress', done, total, message });
}

try {
  const loaded = await import(workerData.module);
  const value = await loaded[workerData.name](workerData.input, progress);
  parentPort.postMessage({ kind: 'result', value });
} catch (error) {
  const known = error instanceof Error && error.name === 'AppError';
  parentPort.postMessage({
    kind: 'error',
    code: known ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    details: known ? error.details : {},
    stack: error instanceof Error ? (error.stack ?? '') : '',
  });
}
