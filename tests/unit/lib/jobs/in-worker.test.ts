import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/core/errors';
import { inWorker } from '@/lib/jobs/in-worker';

const WORK = 'tests/support/thread-work.ts';

describe('computing in a thread', () => {
  it('runs a TypeScript module that imports by alias, with progress', async () => {
    const heard: string[] = [];
    const result = await inWorker(
      WORK,
      'add',
      { values: ['0.1', '0.2'] },
      { onProgress: (done, total, message) => heard.push(`${done}/${total} ${message}`) },
    );
    expect(result).toEqual({ total: '0.3' });
    expect(heard).toContain('2/2 Added');
  });

  it('ends a thread that never returns when it is cancelled', async () => {
    const cancel = new AbortController();
    const running = inWorker(WORK, 'spin', null, { signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('ends a thread that never returns at its limit, with the words given', async () => {
    const running = inWorker(WORK, 'spin', null, { limit: { ms: 50, message: 'No letter takes so long.' } });
    await expect(running).rejects.toMatchObject({ code: 'TOO_LARGE', message: 'No letter takes so long.' });
  });

  it('hands an AppError over as an AppError with its details', async () => {
    const error = await inWorker(WORK, 'refuse', null).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'CHECK_FAILED', message: 'The positions do not add up.', details: { line: 7 } });
  });

  it('says so when there is no such function', async () => {
    await expect(inWorker(WORK, 'subtract', null)).rejects.toThrow(/not a function/);
  });
});
