import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@/tests/support/browser';
import { fileLetter } from '@/tests/support/file-letter';
import { inviteAs, setUpFirm } from '@/tests/support/people';
import { newDataFolder, removeDataFolder, startTestServer } from '@/tests/support/server';
import { openScreen, sampleAdded, sampleLetter, screensOf } from '@/tests/support/tour';
import { workTogether } from '@/tests/support/work-together';

/** Makes the pictures of docs/: every screen of a firm with the sample, and the pages of its exported letter. */
const SCREENS = 'docs/screenshots';
const PAGES = 'docs/letter';

const dataFolder = newDataFolder();
const server = await startTestServer({ dataFolder });
const browser = await launchBrowser();
const work = mkdtempSync(join(tmpdir(), 'marginalia-pages-'));
try {
  mkdirSync(SCREENS, { recursive: true });
  mkdirSync(PAGES, { recursive: true });
  const setup = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await setup.goto(server.setupLink ?? '');
  await setup.screenshot({ path: `${SCREENS}/first-run.png` });
  await setup.close();
  const { page } = await setUpFirm(browser, server.setupLink ?? '', { sample: true });
  await pictureSignedOut('sign-in', `${server.address}/sign-in`);
  await pictureSignedOut('invitation', await inviteAs(page, 'Legal'));
  await sampleAdded(page, server.address);
  await workTogether(browser, page, server.address, await sampleLetter(page, server.address));
  for (const screen of await screensOf(page, server.address)) {
    await openScreen(page, server.address, screen);
    if (screen.name.startsWith('letter') && screen.path.includes('/letters/')) await showAnswer();
    await page.screenshot({ path: `${SCREENS}/${screen.name}.png` });
    if (screen.name === 'letter') {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${SCREENS}/letter-dark.png` });
      await page.emulateMedia({ colorScheme: 'light' });
    }
    if (screen.name === 'export') await exportPages();
  }
  await fileLetter({
    ...{ page, address: server.address, letterPath: await sampleLetter(page, server.address) },
    picture: async (name) => {
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${SCREENS}/${name}.png` });
    },
  });

  async function pictureSignedOut(name: string, address: string): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const visitor = await context.newPage();
    await visitor.goto(address);
    await visitor.locator('h1').first().waitFor();
    await visitor.screenshot({ path: `${SCREENS}/${name}.png` });
    await context.close();
  }

  async function showAnswer(): Promise<void> {
    const answer = page.getByRole('button', { name: /Question 1(?!\d)/ }).first();
    if ((await answer.count()) === 0) return;
    await answer.click();
    await page.waitForTimeout(1500);
  }

  async function exportPages(): Promise<void> {
    for (const reason of await page.getByLabel(/Reason to export/).all()) await reason.fill('Pictures for the documentation');
    await page.getByRole('button', { name: 'Export to Word' }).click();
    const link = page.getByRole('status').getByRole('link', { name: /\.docx$/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const file = join(work, 'letter.docx');
    await download.saveAs(file);
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, file], { stdio: 'ignore' });
    for (const name of readdirSync(PAGES)) if (/^page-\d+\.png$/.test(name)) rmSync(join(PAGES, name));
    execFileSync('pdftoppm', ['-r', '70', '-png', join(work, 'letter.pdf'), join(PAGES, 'page')]);
  }
} finally {
  await browser.close();
  await server.stop();
  removeDataFolder(dataFolder);
  rmSync(work, { recursive: true, force: true });
}
