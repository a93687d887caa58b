import { Worker } from 'node:worker_threads';
import type { ValidationResult } from '@ooxml-tools/validate';
import type { ValidityError } from '@/lib/word/check/check-package';
import { asValidityErrors } from '@/lib/word/check/validate-open-xml';

/**
 * Validates in a thread of its own and ends it with the answer: the validator's timers would keep the program for seconds more. Rejects
 * where the validator is not installed or fails.
 */
export async function validateInThread(bytes: Uint8Array): Promise<readonly ValidityError[]> {
  const worker = new Worker(new URL('./open-xml-thread.js', import.meta.url), { workerData: bytes, execArgv: [] });
  try {
    const errors = await new Promise<readonly ValidationResult[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The validator ended without an answer.')));
    });
    return asValidityErrors(errors);
  } finally {
    await worker.terminate();
  }
}
