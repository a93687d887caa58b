import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '@/scripts/programs.mjs';

/** Runs an action with a browser of its own and closes it, whatever happens. */
export async function withBrowser<T>(action: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    return await action(browser);
  } finally {
    await browser.close();
  }
}

/** A headless Chromium; whoever launches it closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium: `npm test` installs it, or says how.');
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/** A person at a computer of their own: cookies, storage and one window. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: thrown errors, console errors and refusals by the content security policy. */
  readonly complaints: string[];
}

/** Opens a window in a fresh profile, of a laptop's size unless said otherwise. */
export async function visit(
  browser: Browser,
  options: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<Visitor> {
  const { width = 1440, height = 900, colorScheme = 'light' } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-US', timezoneId: 'America/New_York' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  return { context, page, complaints };
}
