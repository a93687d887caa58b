import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';
import { choose } from '@/tests/support/people';

const DRAFTED = 'Introduction';
const A_MINUTE = 60_000;

/** Words that can be told apart and counted: "ada-1 ada-2 …". */
const words = (who: string, count: number) => Array.from({ length: count }, (_, index) => `${who}-${index + 1}`);

describe('two members and an outside counsel in one letter', () => {
  const story = browserStory();
  let ada: Visitor;
  let lee: Visitor;
  let counsel: Visitor;
  let letterUrl: string;

  beforeAll(async () => {
    ada = await story.begin({ sample: false });
    lee = await story.join('Legal');
    counsel = await story.join('Outside counsel');
    const { page } = lee;
    await page.goto(`${story.server.address}/requests`);
    await page.getByLabel('Federal Register document').setInputFiles('tests/fixtures/requests/sample-request.xml');
    await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
    await page.goto(`${story.server.address}/letters/new`);
    await page.getByRole('button', { name: 'Start the letter' }).click();
    await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
    letterUrl = page.url();
    for (const each of [ada.page, counsel.page]) await each.goto(letterUrl);
    for (const each of [ada.page, lee.page]) await text(each).waitFor();
  });
  const frame = (page: Page) => page.getByRole('region', { name: DRAFTED, exact: true }).locator('[data-section]');
  const text = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^Text of ${DRAFTED}`) });
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();
  const shown = async (page: Page, wanted: readonly string[]) => {
    const end = Date.now() + 20_000;
    for (;;) {
      const present = await text(page).innerText();
      const counts = new Map<string, number>();
      for (const word of present.split(/[\s\u2060]+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
      const missing = wanted.filter((word) => counts.get(word) !== 1);
      if (missing.length === 0) return;
      if (Date.now() > end) throw new Error(`not there exactly once: ${missing.join(', ')} in ${present}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const type = async (page: Page, own: readonly string[], delay = 15) => {
    for (const word of own) await page.keyboard.type(`${word} `, { delay });
  };

  it('shows each of them who else is here, and where', async () => {
    await text(ada.page).click();
    await lee.page
      .getByRole('list', { name: 'Also here' })
      .getByRole('button', { name: /Ada Abbott is in .*Introduction/ })
      .waitFor();
    await ada.page.getByRole('list', { name: 'Also here' }).getByRole('button').nth(1).waitFor();
  });

  it('keeps every word of two who type and one who suggests at the same time', async () => {
    await text(lee.page).click();
    await lee.page.keyboard.press('Control+Home');
    await lee.page.keyboard.type('Lee: ');
    await lee.page.keyboard.press('Enter');
    await lee.page.keyboard.type('Counsel: ');
    await lee.page.keyboard.press('Enter');
    await saved(lee.page);
    await text(ada.page).getByText('Counsel:').waitFor();

    // counsel writes in a copy; the section itself is only read there
    await frame(counsel.page).locator('.section-text').first().click();
    const copy = counsel.page.locator('[data-suggesting]:not([hidden]) .ProseMirror');
    await copy.getByText('Counsel:').click();
    await counsel.page.keyboard.press('End');
    await lee.page.keyboard.press('Control+Home');
    await lee.page.keyboard.press('End');
    await text(ada.page).click();
    await ada.page.keyboard.press('Control+End');
    const [ours, theirs, suggested] = [words('ada', 25), words('lee', 25), words('counsel', 25)];
    await Promise.all([type(ada.page, ours), type(lee.page, theirs), type(counsel.page, suggested)]);

    for (const each of [ada.page, lee.page]) {
      await saved(each);
      await shown(each, [...ours, ...theirs]);
    }
    await saved(counsel.page);
    await shown(counsel.page, [...ours, ...theirs, ...suggested]);
  });

  it('takes counsel’s words into the letter only when a member accepts them', async () => {
    const { page } = lee;
    await page.getByRole('button', { name: 'Suggestions', exact: true }).click();
    await page.locator('[data-suggestion-card]').first().waitFor();
    expect(await page.locator('[data-suggestion-card]').first().innerText()).toContain('Lee Outside counsel');
    // what grew after Lee last saw it is left open, so that nobody accepts what they have not read
    for (let tries = 0; tries < 5 && (await page.locator('[data-suggestion-card]').count()) > 0; tries++) {
      await page.getByRole('button', { name: 'Accept all' }).click();
      await page.waitForTimeout(2_000);
    }
    for (const each of [ada.page, lee.page, counsel.page]) await shown(each, words('counsel', 25));
    await page.locator('[data-suggestion-card]').first().waitFor({ state: 'detached' });
  });

  it('keeps what somebody wrote during a minute without a connection', async () => {
    const [away, here] = [words('away', 12), words('here', 12)];
    await text(lee.page).click();
    await lee.page.keyboard.press('Control+Home');
    await lee.context.setOffline(true);
    const left = Date.now();
    await type(lee.page, away);
    await lee.page.locator('[data-saving="offline"], [data-saving="saving"]').waitFor();
    expect(await lee.page.locator('[data-saving="saved"]').count()).toBe(0);
    await text(ada.page).click();
    await ada.page.keyboard.press('Control+End');
    await type(ada.page, here);
    await saved(ada.page);
    await lee.page.waitForTimeout(A_MINUTE - (Date.now() - left));
    await lee.page.locator('[data-saving="offline"]').waitFor();
    expect(await text(ada.page).innerText()).not.toContain('away-1');
    await lee.context.setOffline(false);
    await saved(lee.page);
    for (const each of [ada.page, lee.page]) await shown(each, [...away, ...here]);
  });

  it('takes nothing more, within a second, from somebody who becomes an observer in the middle of typing', async () => {
    const { page } = lee;
    await text(page).click();
    await page.keyboard.press('Control+End');
    const typed: number[] = [];
    let on = true;
    const typing = (async () => {
      for (let index = 0; on; index++) {
        await page.keyboard.type(`w${index}. `);
        typed.push(Date.now());
        await page.waitForTimeout(40);
      }
    })();
    await text(ada.page).getByText('w5.').waitFor();
    const changed = await demote();
    await page.waitForTimeout(3_000);
    on = false;
    await typing;
    const arrived = [...(await text(ada.page).innerText()).matchAll(/w(\d+)\./g)].map(([, index]) => Number(index));
    const last = Math.max(...arrived);
    expect(typed[last] ?? Number.POSITIVE_INFINITY).toBeLessThan(changed + 1_000);
    expect(typed.length).toBeGreaterThan(last + 10);
    // whoever was cut off is told, and what was typed is not thrown away behind their back
    await page.locator('[data-saving="blocked"]').waitFor();
    expect(await text(page).getAttribute('aria-readonly')).toBe('true');
  });

  /** Ada makes Lee an observer, in a second window; gives the instant at which the server had done it. */
  async function demote(): Promise<number> {
    const page = await ada.context.newPage();
    await page.goto(`${story.server.address}/settings/members`);
    const done = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await choose(page, page.getByLabel('Role of Lee Legal'), /^Observer/);
    expect((await done).ok()).toBe(true);
    const at = Date.now();
    await page.close();
    return at;
  }
});
