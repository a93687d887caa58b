import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { programFile } from '@/lib/config/program-root';
import { AppError, type ErrorCode } from '@/lib/core/errors';

export interface InWorkerOptions {
  /** The thread is ended at once when this is aborted. */
  readonly signal?: AbortSignal;
  /** How long it may take at the most; then the thread is ended and TOO_LARGE thrown with these words. */
  readonly limit?: { readonly ms: number; readonly message: string };
  readonly onProgress?: (done: number, total: number | null, message: string) => void;
}

/** What the thread sends back; also the contract of worker-thread.mjs. */
type Message =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly message: string }
  | { readonly kind: 'result'; readonly value: unknown }
  | {
      readonly kind: 'error';
      readonly code: ErrorCode | null;
      readonly message: string;
      readonly details: Record<string, unknown>;
      readonly stack: string;
    };

/**
 * Runs `module`'s exported function `name` with `input` in a thread of its own, so that long computing never holds up the event loop. `module` is
 * a path from the root of the program ("lib/…/name.ts"); the function is called as (input, progress) and may be async. Input and result cross
 * by structured clone: plain data, no class instances. Throws what the function threw (an AppError stays one), CANCELLED when aborted, TOO_LARGE
 * beyond the limit.
 */
export async function inWorker<Result>(module: string, name: string, input: unknown, options: InWorkerOptions = {}): Promise<Result> {
  const { signal, limit, onProgress } = options;
  const cancelled = () => new AppError('CANCELLED', 'It was cancelled.');
  if (signal?.aborted) throw cancelled();
  // a bundler must not follow the thread's file: the thread reads TypeScript by itself
  const thread = new Worker(/* turbopackIgnore: true */ programFile('lib/jobs/worker-thread.mjs'), {
    workerData: { module: pathToFileURL(programFile(module)).href, name, input },
    env: { ...process.env, TSX_TSCONFIG_PATH: programFile('tsconfig.json') },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 4096 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      if (limit) timer = setTimeout(() => reject(new AppError('TOO_LARGE', limit.message)), limit.ms);
      signal?.addEventListener('abort', () => reject(cancelled()), { once: true });
      thread.on('message', (message: Message) => {
        if (message.kind === 'progress') onProgress?.(message.done, message.total, message.message);
        else if (message.kind === 'result') resolve(message.value as Result);
        else reject(errorOf(message));
      });
      thread.on('error', (error) => reject(outOfMemory(error) ?? error));
      thread.on('exit', (code) => reject(new AppError('INTERNAL', `The computing thread ended (${code}) before it had a result.`)));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function errorOf(message: Extract<Message, { kind: 'error' }>): Error {
  if (message.code) return new AppError(message.code, message.message, message.details);
  const error = new Error(message.message);
  error.stack = message.stack;
  return error;
}

function outOfMemory(error: unknown): AppError | null {
  const is = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return is
    ? new AppError('TOO_LARGE', 'The input needs more memory than one computation may take (4 GB). Split it into smaller portfolios.')
    : null;
}
