import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong on a page by WCAG 2.2 AA, a line for each rule with the elements it is about. It looks once the page stands still:
 * colours that are half way from one to the other have no contrast to judge. From the first look on, the page moves nothing any more.
 */
export async function accessibilityFaults(page: Page, colorScheme?: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce', ...(colorScheme ? { colorScheme } : {}) });
  await standsStill(page);
  await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe: present } = window as unknown as { axe: typeof axe };
    const { violations } = await present.run(document, { runOnly });
    return violations.map(({ id, nodes }) => {
      const where = nodes.slice(0, 3).map((node) => node.html.slice(0, 140));
      return `${id}: ${where.join(' | ')}`;
    });
  }, RULES);
}

/** Two frames in which nothing is under way; what goes round for ever, as the sign of waiting does, is not waited for. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const endsSoon = ({ effect, playState }: Animation) =>
      playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    for (let quiet = 0; quiet < 2; ) {
      await frame();
      const moving = document.getAnimations().filter(endsSoon);
      quiet = moving.length === 0 ? quiet + 1 : 0;
      // one that is taken back is over too
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}
