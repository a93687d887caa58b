import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, it, onTestFailed } from 'vitest';
import { launchBrowser, type Visitor } from '@/tests/support/browser';
import { joinAs, setUpFirm } from '@/tests/support/people';
import { newDataFolder, removeDataFolder, startTestServer, type TestServer } from '@/tests/support/server';
import { sampleAdded } from '@/tests/support/tour';

const DRAFTED = 'Introduction';

/** What is written first, by legal: a block for each kind of suggestion. */
async function draft(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await keyboard.type('Costs');
  await page.getByRole('button', { name: /^Heading 1/ }).click();
  await keyboard.press('Enter');
  await keyboard.type('Margin is held twice.');
  await keyboard.press('Enter');
  await keyboard.type('One hedge. Two accounts.');
  await keyboard.press('Enter');
  await keyboard.type('We thank you.');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: /^Bulleted list/ }).click();
  await keyboard.type('Swaps');
  await keyboard.press('Enter');
  await keyboard.type('Futures');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page
    .getByRole('menuitem', { name: /Insert/ })
    .first()
    .click();
}

interface Step {
  readonly kind: string;
  /** the author, with the cursor anywhere in their copy */
  readonly suggest: (page: Page, text: Locator) => Promise<void>;
  /** what the section's text has once it is accepted, and has not before */
  readonly accepted: (text: Locator) => Promise<boolean>;
}

const paragraph = (text: Locator, words: string) => text.locator('p', { hasText: words }).first();
const has = (selector: string, words?: string) => async (text: Locator) =>
  (await text.locator(selector, words === undefined ? {} : { hasText: words }).count()) > 0;
/** The words of the text itself, without what is only marked as taken out or put in. */
const written = (text: Locator) =>
  text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const widget of copy.querySelectorAll('.suggested-widget')) widget.remove();
    return copy.innerText;
  });
const at = async (page: Page, place: Locator, key: 'Home' | 'End') => {
  await place.click();
  // what was decided just before is still being redrawn; nobody presses a key within the same instant
  await page.waitForTimeout(600);
  await page.keyboard.press(key);
  await page.waitForTimeout(100);
};

const STEPS: readonly Step[] = [
  {
    kind: 'insert',
    suggest: async (page, text) => {
      await at(page, paragraph(text, 'held twice'), 'End');
      await page.keyboard.type(' Every day.');
    },
    accepted: has('p', 'Every day.'),
  },
  {
    kind: 'delete',
    suggest: async (page, text) => {
      await at(page, paragraph(text, 'held twice'), 'Home');
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.press('Delete');
    },
    accepted: async (text) => !(await written(text)).includes('Margin'),
  },
  {
    kind: 'replace',
    suggest: async (page, text) => {
      await paragraph(text, 'We thank you').click();
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.type('All ');
    },
    accepted: has('p', 'All thank you.'),
  },
  {
    kind: 'format',
    suggest: async (page, text) => {
      await at(page, paragraph(text, 'thank you'), 'End');
      await page.keyboard.press('Shift+Home');
      await page.keyboard.press('Control+b');
    },
    accepted: has('p strong'),
  },
  {
    kind: 'join',
    suggest: async (page, text) => {
      await at(page, paragraph(text, 'One hedge'), 'Home');
      await page.keyboard.press('Backspace');
    },
    accepted: async (text) => (await text.locator('p').allInnerTexts()).some((words) => /twice\..*One hedge/s.test(words)),
  },
  {
    kind: 'heading',
    suggest: async (page, text) => {
      await at(page, text.locator('h1').first(), 'End');
      await page.getByRole('button', { name: /^Heading 2/ }).click();
    },
    accepted: has('h2', 'Costs'),
  },
  {
    kind: 'list',
    suggest: async (page, text) => {
      await at(page, text.locator('li', { hasText: 'Futures' }).first(), 'End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Options');
    },
    accepted: has('li', 'Options'),
  },
  {
    kind: 'table row',
    suggest: async (page, text) => {
      await text.locator('table').first().locator('td, th').last().click();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await page.getByRole('menuitem', { name: /row below/i }).click();
    },
    accepted: async (text) => (await text.locator('table').first().locator('tr:not(.suggested-widget)').count()) > 3,
  },
  {
    kind: 'table cell',
    suggest: async (page, text) => {
      await text.locator('table').first().locator('td, th').first().click();
      await page.keyboard.type('Regime');
    },
    accepted: has('table p', 'Regime'),
  },
  {
    kind: 'footnote',
    suggest: async (page, text) => {
      await at(page, paragraph(text, 'thank you'), 'End');
      await page.keyboard.press('Control+Alt+f');
      await page.keyboard.type('See the annex.');
      await page.keyboard.press('Escape');
    },
    accepted: has('.footnote'),
  },
  {
    kind: 'figure',
    suggest: async (page, text) => {
      await at(page, paragraph(text, 'One hedge'), 'End');
      await page.keyboard.type(' It saves ');
      const figures = page.getByRole('list', { name: 'Published figures' });
      if ((await figures.count()) === 0) await page.getByRole('button', { name: 'Figures', exact: true }).click();
      await figures.getByRole('button').first().waitFor();
      const insert = page.getByRole('button', { name: 'Insert the number' });
      if ((await insert.count()) === 0)
        await figures
          .getByRole('button')
          .filter({ has: page.locator('.figures') })
          .first()
          .click();
      await insert.click();
    },
    accepted: has('[data-figure-state]:not(.suggested-widget *)'),
  },
];

describe('suggestions', () => {
  const dataFolder = newDataFolder();
  let server: TestServer;
  let browser: Browser;
  let ada: Visitor;
  let lee: Visitor;
  beforeAll(async () => {
    server = await startTestServer({ dataFolder });
    browser = await launchBrowser();
    ada = await setUpFirm(browser, server.setupLink ?? '', { sample: true });
    lee = await joinAs(browser, ada.page, 'Outside counsel');
    const { page } = ada;
    await sampleAdded(page, server.address);
    await page.goto(`${server.address}/letters/new`);
    await page.getByRole('button', { name: 'Start the letter' }).click();
    await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
    await main(page).click();
    await live(page);
    await main(page).click();
    await draft(page);
    await saved(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Suggestions', exact: true }).click();
    await lee.page.goto(page.url());
    await live(lee.page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeDataFolder(dataFolder);
  });
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      for (const [who, visitor] of Object.entries({ ada, lee })) {
        await visitor?.page.screenshot({ path: `tests/.artifacts/${task.name.slice(0, 40)}-${who}.png` });
        if (visitor?.complaints.length) console.error(who, visitor.complaints);
      }
    });
  });

  const frame = (page: Page) => page.getByRole('region', { name: DRAFTED, exact: true }).locator('[data-section]');
  const main = (page: Page) => frame(page).locator('.section-text').first();
  const text = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^Text of ${DRAFTED}`) });
  const live = (page: Page) => text(page).waitFor();
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();
  const cards = (page: Page) => page.locator('[data-suggestion-card]');
  const isMarked = async (page: Page) => (await text(page).locator('.suggested').count()) > 0;
  const until = async (holds: () => Promise<boolean>, what: string) => {
    const end = Date.now() + 15_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(what);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const copyName = (page: Page) => page.locator('[data-suggesting]:not([hidden])').first().getAttribute('data-suggesting');
  /** The author's page writes in the copy that the decision made anew. */
  const renewed = (page: Page, before: string | null) =>
    until(
      async () => (await copyName(page)) !== before && (await page.locator('[data-suggesting]').count()) === 1,
      'the author’s page did not change over to the new copy',
    );
  /** Decides all, again where something grew since it was last shown, until nothing is open. */
  const decideAll = (page: Page, decision: 'Accept' | 'Reject') =>
    until(async () => {
      if ((await cards(page).count()) === 0) return true;
      await page.waitForTimeout(500);
      const all = page.getByRole('button', { name: `${decision} all` });
      // the last card may go while the hand is on its way: then there is no button any more, and the next look finds nothing open
      const soon = { timeout: 1_000 };
      if (!(await all.isEnabled(soon).catch(() => false))) return false;
      await all.click(soon).catch(() => {});
      if (decision === 'Reject') {
        await page
          .locator('form')
          .getByRole('button', { name: 'Reject', exact: true })
          .click(soon)
          .catch(() => {});
      }
      return false;
    }, `a card stayed: ${decision}`);
  const copy = async (page: Page) => {
    if ((await page.locator('[data-suggesting]:not([hidden])').count()) === 0) await main(page).click();
    await page.locator('[data-suggesting]:not([hidden]) .ProseMirror').waitFor();
    return text(page);
  };

  it.each(STEPS.map((step) => [step.kind, step] as const))(
    '%s: rejected, suggested again and accepted, on both screens',
    async (_kind, step) => {
      const [author, decider] = [lee.page, ada.page];
      const own = await copy(author);
      await step.suggest(author, own);
      await saved(author);
      await cards(decider).first().waitFor();
      await until(() => step.accepted(own), 'it is not in the author’s copy');
      await until(() => isMarked(decider), 'the decider’s screen does not mark it');
      await until(() => isMarked(author), 'the author’s copy does not mark it');

      const first = await copyName(author);
      await decideAll(decider, 'Reject');
      await until(async () => !(await step.accepted(text(author))), 'the author’s copy still has what was rejected');
      await until(async () => !(await isMarked(decider)) && !(await isMarked(author)), 'what was rejected is still marked');

      await renewed(author, first);
      await saved(author);
      const second = await copyName(author);
      await step.suggest(author, text(author));
      await saved(author);
      await cards(decider).first().waitFor();
      await decideAll(decider, 'Accept');
      await until(() => step.accepted(text(decider)), 'the section has not what was accepted');
      await until(() => step.accepted(text(author)), 'the author’s screen has not what was accepted');
      await until(async () => !(await isMarked(decider)) && !(await isMarked(author)), 'what was accepted is still marked');
      await renewed(author, second);
    },
  );
});
