import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import { launchBrowser, type Visitor } from '@/tests/support/browser';
import { joinAs, setUpFirm } from '@/tests/support/people';
import { newDataFolder, removeDataFolder, startTestServer, type TestServer } from '@/tests/support/server';
import { sampleAdded } from '@/tests/support/tour';

const OPENING = 'Introduction';
const WORDS = 'welcomes the chance';

describe('what is held back, by keyboard', () => {
  const dataFolder = newDataFolder();
  let server: TestServer;
  let browser: Browser;
  let ada: Visitor;
  let lee: Visitor;
  let olaf: Visitor;
  let letterPath: string;
  beforeAll(async () => {
    server = await startTestServer({ dataFolder });
    browser = await launchBrowser();
    ada = await setUpFirm(browser, server.setupLink ?? '', { sample: true });
    lee = await joinAs(browser, ada.page, 'Legal');
    olaf = await joinAs(browser, ada.page, 'Observer');
    await sampleAdded(lee.page, server.address);
    const link = lee.page.getByRole('link', { name: /^Sample: comment letter/ }).first();
    letterPath = (await link.getAttribute('href')) ?? '';
    for (const { page } of [lee, olaf]) await openLetter(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeDataFolder(dataFolder);
  });
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await lee?.page.screenshot({ path: `tests/.artifacts/protection-${task.name.slice(0, 30)}.png` });
    });
  });

  const text = (page: Page) => page.getByRole('textbox', { name: `Text of ${OPENING}` });
  const panel = (page: Page) => page.getByRole('region', { name: 'Panel' });
  const held = (page: Page) => text(page).locator('.protected-text');
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();

  async function openLetter(page: Page, query = ''): Promise<void> {
    await page.goto(`${server.address}${letterPath}${query}`);
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: OPENING }).click();
    await text(page).waitFor();
  }

  /** Puts the selection on words, or the cursor into them where `caret` says so. */
  async function select(page: Page, words: string, caret = false): Promise<void> {
    await text(page).getByText(words).first().click();
    await text(page).evaluate(
      (root, [wanted, only]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          if (only) document.getSelection()?.setPosition(node, at + 2);
          else document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
          return;
        }
      },
      [words, caret] as const,
    );
    await page.waitForTimeout(200);
  }

  it('is marked, and seen by word and shape here and on the screen of who only reads', async () => {
    const { page } = lee;
    await select(page, WORDS);
    await page.keyboard.press('Control+Alt+c');
    await held(page).waitFor();
    expect(await held(page).textContent()).toBe(WORDS);
    expect(await held(page).getAttribute('data-protection')).toBe('confidential');
    expect(await held(page).evaluate((mark) => getComputedStyle(mark, '::before').content)).toBe('"C"');
    await saved(page);
    await held(olaf.page).waitFor();
    expect(await olaf.page.getByRole('button', { name: /^Confidential or privileged/ }).count()).toBeLessThanOrEqual(1);
  });

  it('is listed by section in its panel, which a key opens, and both are accessible in either theme', async () => {
    const { page } = lee;
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: OPENING }).focus();
    await page.keyboard.press('p');
    const listed = panel(page)
      .getByRole('region', { name: `Held back in ${OPENING}` })
      .getByRole('button', { name: WORDS });
    await listed.waitFor();
    expect(await listed.textContent()).toContain('Confidential');
    await listed.press('Enter');
    await page.waitForTimeout(300);
    expect(await held(page).isVisible()).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.screenshot({ path: `tests/.artifacts/protection-${colorScheme}.png` });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('has its request kept, for which what is left empty waits', async () => {
    const { page } = lee;
    const form = panel(page).getByRole('form', { name: 'Request for confidential treatment' });
    await form.getByLabel('Telephone').fill('+1 212 555 0100');
    await form.getByLabel('Identifier of pages').fill('HLS-');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForTimeout(500);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      form.getByRole('button', { name: 'Draft the request to the SEC' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('confidential-treatment-request-sec.docx');
    await openLetter(page, '?panel=confidential');
    await expect.poll(() => form.getByLabel('Telephone').inputValue()).toBe('+1 212 555 0100');
  });

  it('holds back the block around the cursor, and frees both again', async () => {
    const { page } = lee;
    await select(page, 'Both Commissions', true);
    await page.keyboard.press('Control+Alt+p');
    const block = text(page).locator('p[data-protection="privileged"]');
    await block.waitFor();
    await page.keyboard.press('Control+Alt+p');
    await block.waitFor({ state: 'detached' });
    await select(page, WORDS, true);
    await page.keyboard.press('Control+Alt+c');
    await held(page).waitFor({ state: 'detached' });
    await saved(page);
    await held(olaf.page).waitFor({ state: 'detached' });
    await panel(page).getByRole('button', { name: 'Read again' }).click();
    await panel(page).getByText('Nothing is held back').waitFor();
  });
});
