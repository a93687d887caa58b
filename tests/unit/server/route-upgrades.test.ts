import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { routeUpgrades } from '@/server/route-upgrades';

const accept = { handleUpgrade: (_: unknown, socket: { end(text: string): void }) => socket.end('HTTP/1.1 101 Room\r\n\r\n') };
const reload = { upgrade: (_: unknown, socket: { end(text: string): void }) => socket.end('HTTP/1.1 101 Reload\r\n\r\n') };

describe('routeUpgrades', () => {
  let server: Server;
  const start = async (receivers: Parameters<typeof routeUpgrades>[0]) => {
    server = createServer().on('upgrade', routeUpgrades(receivers));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  };
  /** The first line of the answer to an upgrade. */
  const upgrade = (path: string, origin?: string): Promise<string> => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: here:1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${origin ? `Origin: ${origin}\r\n` : ''}\r\n`,
    );
    return new Promise((resolve) => {
      let text = '';
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    });
  };

  beforeEach(() => start({ collab: accept, web: reload, publicUrl: 'https://letters.example' }));
  afterEach(() => new Promise((closed) => server.close(closed)));

  it('lets a page of this server into the rooms', async () => {
    expect(await upgrade('/collab?section=1', 'http://here:1')).toBe('HTTP/1.1 101 Room');
    expect(await upgrade('/collab', 'https://letters.example')).toBe('HTTP/1.1 101 Room');
  });

  it.each([['http://elsewhere'], ['null'], [undefined]])('keeps a page from %s out of the rooms', async (origin) => {
    expect(await upgrade('/collab', origin)).toBe('HTTP/1.1 403 Forbidden');
  });

  it('gives hot reload its own sockets, and nobody else any', async () => {
    expect(await upgrade('/_next/hmr?id=1', 'http://here:1')).toBe('HTTP/1.1 101 Reload');
    expect(await upgrade('/collaboration', 'http://here:1')).toBe('HTTP/1.1 404 Not Found');
    expect(await upgrade('/', 'http://here:1')).toBe('HTTP/1.1 404 Not Found');
  });

  it('refuses rooms where this process does not serve them', async () => {
    await new Promise((closed) => server.close(closed));
    await start({ collab: null, web: null, publicUrl: undefined });
    expect(await upgrade('/collab', 'http://here:1')).toBe('HTTP/1.1 404 Not Found');
    expect(await upgrade('/_next/hmr', 'http://here:1')).toBe('HTTP/1.1 404 Not Found');
  });
});
