import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain } from '@/server/drain';

describe('drain', () => {
  let server: Server;
  const open = async (limit: number) => {
    let answer: (response: ServerResponse) => void = () => undefined;
    const asked = new Promise<ServerResponse>((resolve) => {
      answer = resolve;
    });
    server = createServer((_request, response) => answer(response));
    const stop = drain(server, limit);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return { stop, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };
  afterEach(() => server.closeAllConnections());

  it('lets an answer that was begun come to its end', async () => {
    const { stop, asked, url } = await open(60_000);
    const answer = fetch(url).then((response) => response.text());
    const response = await asked;
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await expect(fetch(url)).rejects.toThrow();
    expect(stopped).toBe(false);
    response.end('whole');
    await stopping;
    expect(await answer).toBe('whole');
  });

  it('waits for nobody who only listens to events', async () => {
    const { stop, asked, url } = await open(60_000);
    const events = fetch(url, { headers: { accept: 'text/event-stream' } }).then((response) => response.text());
    (await asked).write('data: 1\n\n');
    await stop();
    await expect(events).rejects.toThrow();
  });

  it('gives up on an answer that never ends', async () => {
    const { stop, asked, url } = await open(1);
    const answer = fetch(url);
    await asked;
    await stop();
    await expect(answer).rejects.toThrow();
  });
});
