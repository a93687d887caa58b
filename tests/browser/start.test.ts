import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit, withBrowser } from '@/tests/support/browser';
import { newDataFolder, removeDataFolder, startTestServer, type TestServer } from '@/tests/support/server';

describe('a started server', () => {
  const dataFolder = newDataFolder();
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ dataFolder });
  });
  afterAll(async () => {
    await server.stop();
    removeDataFolder(dataFolder);
  });

  it('says that it is well', async () => {
    const response = await fetch(`${server.address}/api/health`);
    expect(await response.json()).toEqual({ service: 'marginalia', database: 'ok' });
  });

  it('shows the first-run page under its own policy, without a complaint of the browser', async () => {
    expect(server.setupLink).toMatch(/\/setup\?token=[\w-]{20,}$/);
    await withBrowser(async (browser) => {
      const { page, complaints } = await visit(browser);
      const response = await page.goto(server.setupLink ?? '');
      expect(response?.status()).toBe(200);
      expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
      await page.getByRole('textbox').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(complaints).toEqual([]);
    });
  });

  it('gives each answer a nonce of its own', async () => {
    const nonce = async () =>
      /'nonce-([^']+)'/.exec((await fetch(`${server.address}/sign-in`)).headers.get('content-security-policy') ?? '')?.[1];
    const [first, second] = [await nonce(), await nonce()];
    expect(first).toMatch(/^[\w+/=-]{16,}$/);
    expect(first).not.toBe(second);
  });

  it.each(['/nowhere', '/letters/not-an-id', '/requests/%00', '/api/nowhere'])('answers %s without a stack', async (path) => {
    const response = await fetch(`${server.address}${path}`, { redirect: 'manual' });
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/node_modules|\.tsx?:\d+/);
  });

  it('tells browsers to keep to what it says, on pages and on answers of the API', async () => {
    for (const path of ['/sign-in', '/api/health']) {
      const { headers } = await fetch(`${server.address}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('starting again', () => {
  it('takes over the database of a server that was killed, and stops it in the end', async () => {
    const dataFolder = newDataFolder();
    const first = await startTestServer({ dataFolder });
    await first.kill();
    const second = await startTestServer({ dataFolder });
    expect((await fetch(`${second.address}/api/health`)).status).toBe(200);
    expect(await second.stop()).toBe(0);
    const third = await startTestServer({ dataFolder });
    expect(await third.stop()).toBe(0);
    removeDataFolder(dataFolder);
  });

  it('says in one sentence that the port is taken', async () => {
    const dataFolder = newDataFolder();
    const first = await startTestServer({ dataFolder });
    const { port } = new URL(first.address);
    await expect(startTestServer({ environment: { PORT: port } })).rejects.toThrow(
      new RegExp(`ended with 1:\nPort ${port} is taken by another program: .*PORT=${Number(port) + 1} npm start\\.\n$`),
    );
    await first.stop();
    removeDataFolder(dataFolder);
  });
});
