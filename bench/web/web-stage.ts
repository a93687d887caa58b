import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '@/scripts/programs.mjs';
import type { WebLetter } from './make-letter';

/** A letter and the server that shows it. */
export interface WebStage extends WebLetter {
  readonly address: string;
}

/** Runs an action as the signed-in member in a browser of its own, with nothing kept from before. */
export async function withMember<T>(stage: WebStage, action: (context: BrowserContext) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium: `npm test` installs it, or says how.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'America/New_York' });
    await context.addCookies([{ ...stage.cookie, url: stage.address }]);
    await context.addInitScript(WATCH);
    return await action(context);
  } finally {
    await browser.close();
  }
}

/** Notes when the first section can be written in: its room is open and its editor stands. A text, because compilers add names to functions. */
const WATCH = `
window.editableAt = new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('[data-live="true"] [contenteditable="true"]')) resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
});`;

/** Opens the letter and gives the milliseconds from the navigation until a section could be written in. */
export async function openLetter({ address, letterId }: WebStage, page: Page): Promise<number> {
  await page.goto(`${address}/letters/${letterId}`, { waitUntil: 'commit' });
  return Number(await page.evaluate('window.editableAt'));
}
