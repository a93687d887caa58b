import { describe, expect, it } from 'vitest';
import { eventStream } from '@/lib/http/event-stream';

async function listen(mayListen: () => Promise<boolean>) {
  let tell: (event: unknown) => void = () => {};
  let stopped = 0;
  const reader = new AbortController();
  const response = await eventStream({
    signal: reader.signal,
    subscribe: async (given) => {
      tell = given;
      return () => {
        stopped += 1;
      };
    },
    mayListen,
    signOfLifeMs: 5,
  });
  return { response, tell: (event: unknown) => tell(event), leave: () => reader.abort(), stopped: () => stopped };
}

describe('a stream of events', () => {
  it('carries each event as JSON until the reader leaves', async () => {
    const { response, tell, leave, stopped } = await listen(async () => true);
    tell({ about: 'comments' });
    leave();
    tell({ about: 'after' });
    const text = await response.text();
    expect(text).toContain('data: {"about":"comments"}\n\n');
    expect(text).not.toContain('after');
    expect(stopped()).toBeGreaterThan(0);
  });

  it.each([
    ['says no', async () => false],
    ['cannot be asked', () => Promise.reject(new Error('no database'))],
  ])('ends by itself where the right to listen %s', async (_case, mayListen) => {
    const { response, stopped } = await listen(mayListen);
    expect(await response.text()).toBe('retry: 2000\n\n');
    expect(stopped()).toBeGreaterThan(0);
  });

  it('answers with the refusal where nothing may be heard', async () => {
    const refusal = new Error('not found');
    const stream = eventStream({
      signal: new AbortController().signal,
      subscribe: () => Promise.reject(refusal),
      mayListen: async () => true,
    });
    await expect(stream).rejects.toBe(refusal);
  });
});
