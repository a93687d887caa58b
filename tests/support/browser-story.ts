import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, onTestFailed } from 'vitest';
import { launchBrowser, type Visitor } from './browser';
import { type InvitedRole, joinAs, setUpFirm } from './people';
import { newDataFolder, removeDataFolder, startTestServer, type TestServer } from './server';
import { sampleAdded } from './tour';

/** A server with a data folder of its own and a browser, for tests that tell one story after another: both are there before the first begins. */
export interface BrowserStory {
  readonly server: TestServer;
  readonly browser: Browser;
  /** Goes through the first run as Ada, the administrator; with the sample, waits until it is there. */
  begin(options: { readonly sample: boolean }): Promise<Visitor>;
  /** Somebody whom Ada invites, as Lee of that role. */
  join(role: InvitedRole): Promise<Visitor>;
  /** What the browsers complained about, of everybody who takes part. */
  complaints(): string[];
}

/** Call it in a describe block, before its own hooks. Of a test that fails, what everybody sees is kept in tests/.artifacts. */
export function browserStory(): BrowserStory {
  const dataFolder = newDataFolder();
  const people = new Map<string, Visitor>();
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startTestServer({ dataFolder });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeDataFolder(dataFolder);
  });
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      for (const [who, { page, complaints }] of people) {
        await page.screenshot({ path: `tests/.artifacts/${nameOf(task.name)}-${who}.png` });
        if (complaints.length > 0) console.error(who, complaints);
      }
    });
  });
  const administrator = (): Page => {
    const ada = people.get('ada');
    if (!ada) throw new Error('The story has not begun.');
    return ada.page;
  };
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    begin: async (options) => {
      const ada = await setUpFirm(browser, server.setupLink ?? '', options);
      people.set('ada', ada);
      if (options.sample) await sampleAdded(ada.page, server.address);
      return ada;
    },
    join: async (role) => {
      const visitor = await joinAs(browser, administrator(), role);
      people.set(role.toLowerCase(), visitor);
      return visitor;
    },
    complaints: () => [...people].flatMap(([who, { complaints }]) => complaints.map((line) => `${who}: ${line}`)),
  };
}

function nameOf(test: string): string {
  return test
    .slice(0, 60)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase();
}
