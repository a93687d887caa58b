import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBody } from '@/lib/http/read-body';
import { readJson } from '@/lib/http/read-json';

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/x', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

/** A body of endless pieces that counts how many were asked for. */
function endless(pieceBytes: number) {
  const seen = { pieces: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.pieces += 1;
        controller.enqueue(new Uint8Array(pieceBytes));
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, stream };
}

describe('readBody', () => {
  it('gives the bytes of a body up to the limit', async () => {
    expect(await readBody(post('abcde'), { maxBytes: 5 })).toEqual(new TextEncoder().encode('abcde'));
  });

  it('gives no bytes for a request without a body', async () => {
    expect(await readBody(new Request('http://localhost/', { method: 'POST' }), { maxBytes: 5 })).toEqual(new Uint8Array());
  });

  it('refuses a declared length over the limit before it reads anything', async () => {
    const { seen, stream } = endless(10);
    await expect(readBody(post(stream, { 'content-length': '1048577' }), { maxBytes: 1_048_576 })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining('1 MiB'),
    });
    expect(seen.pieces).toBe(0);
  });

  it.each(['-1', '1e3', 'abc', '99999999999999999999999999'])('refuses the declared length %j', async (length) => {
    const { stream } = endless(10);
    await expect(readBody(post(stream, { 'content-length': length }), { maxBytes: 1024 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('stops reading, and the sender, as soon as an undeclared body passes the limit', async () => {
    const { seen, stream } = endless(1000);
    await expect(readBody(post(stream), { maxBytes: 2500 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(seen).toEqual({ pieces: 3, cancelled: true });
  });
});

describe('readJson', () => {
  const schema = z.object({ name: z.string().min(1, 'Give a name.'), items: z.array(z.object({ n: z.int() })) });
  const json = { 'content-type': 'application/json; charset=utf-8' };

  it('gives the value that the schema takes', async () => {
    expect(await readJson(post('{"name":"a","items":[{"n":1}]}', json), schema)).toEqual({ name: 'a', items: [{ n: 1 }] });
  });

  it('names the fields that are wrong', async () => {
    await expect(readJson(post('{"name":"","items":[{"n":1},{"n":1.5}]}', json), schema)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { name: 'Give a name.', 'items.1.n': expect.any(String) } },
    });
  });

  it.each(['', '{', 'NaN', '{"name":', '\u0000'])('refuses the text %j', async (text) => {
    await expect(readJson(post(text, json), schema)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('refuses bytes that are not UTF-8, another content type and a body over its limit', async () => {
    await expect(readJson(post(new Uint8Array([0x22, 0xff, 0x22]), json), z.string())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(readJson(post('"a"', { 'content-type': 'text/plain' }), z.string())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(readJson(post(`"${'a'.repeat(100)}"`, json), z.string(), { maxBytes: 50 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
