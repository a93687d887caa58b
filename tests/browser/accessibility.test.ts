import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import { launchBrowser, visit } from '@/tests/support/browser';
import { setUpFirm } from '@/tests/support/people';
import { newDataFolder, removeDataFolder, startTestServer, type TestServer } from '@/tests/support/server';
import { openScreen, type Screen, sampleAdded, screensOf } from '@/tests/support/tour';

describe('every screen', () => {
  const dataFolder = newDataFolder();
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let screens: readonly Screen[];
  const faults: string[] = [];
  beforeAll(async () => {
    server = await startTestServer({ dataFolder });
    browser = await launchBrowser();
    await audit((await visitSetup()).page, 'first run');
    ({ page } = await setUpFirm(browser, server.setupLink ?? '', { sample: true }));
    await sampleAdded(page, server.address);
    screens = await screensOf(page, server.address);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeDataFolder(dataFolder);
  });

  it.each(['light', 'dark'] as const)('meets WCAG 2.2 AA by axe in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const screen of screens) {
      await openScreen(page, server.address, screen);
      await audit(page, `${screen.name} in ${colorScheme}`);
    }
    expect(faults).toEqual([]);
  });

  it('is found wanting where it is: the audit sees a picture without a text', async () => {
    await openScreen(page, server.address, { name: 'letters', path: '/letters' });
    await page.evaluate(() => document.body.append(document.createElement('img')));
    const seen = faults.length;
    await audit(page, 'spoiled');
    expect(faults.splice(seen).join()).toContain('image-alt');
  });

  async function visitSetup() {
    const visitor = await visit(browser);
    await visitor.page.goto(server.setupLink ?? '');
    await visitor.page.locator('h1').first().waitFor();
    return visitor;
  }

  async function audit(on: Page, name: string): Promise<void> {
    for (const fault of await accessibilityFaults(on)) faults.push(`${name}: ${fault}`);
  }
});
