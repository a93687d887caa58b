import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';

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
/** The words of the text itself, a paragraph a line, without what is only marked as taken out or put in and without footnotes. */
const written = (text: Locator) =>
  text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const other of copy.querySelectorAll('.suggested-widget, .footnote')) other.remove();
    const blocks = [...copy.querySelectorAll('p, h1, h2, h3')];
    return blocks.map((block) => (block.textContent ?? '').replaceAll('¶', '')).join('\n');
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
    kind: 'split',
    suggest: async (page, text) => {
      await paragraph(text, 'One hedge').click();
      await page.waitForTimeout(600);
      await paragraph(text, 'One hedge').evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf('Two accounts') ?? -1;
          if (at >= 0) document.getSelection()?.collapse(node, at);
        }
      });
      await page.waitForTimeout(100);
      await page.keyboard.press('Enter');
    },
    accepted: async (text) => /^Two accounts\.$/m.test(await written(text)),
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
  const story = browserStory();
  let ada: Visitor;
  let lee: Visitor;
  beforeAll(async () => {
    ada = await story.begin({ sample: true });
    lee = await story.join('Outside counsel');
    const { page } = ada;
    await page.goto(`${story.server.address}/letters/new`);
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

  it('goes on where its author types while suggestions are decided', async () => {
    const [author, decider] = [lee.page, ada.page];
    const own = await copy(author);
    const asides = [
      ['Costs', 'Accepted aside.', 'Accept'],
      ['held twice', 'Rejected aside.', 'Reject'],
      ['Swaps', 'Accepted again.', 'Accept'],
      ['Options', 'Rejected again.', 'Reject'],
    ] as const;
    for (const [place, words] of asides) {
      await at(author, own.locator('h2, p').filter({ hasText: place }).first(), 'End');
      await author.keyboard.type(` ${words}`);
    }
    await at(author, paragraph(own, 'thank you'), 'End');
    await saved(author);
    await until(async () => (await cards(decider).count()) === asides.length, 'not every suggestion has a card');

    let [typing, last] = [true, 0];
    const writing = (async () => {
      while (typing) await author.keyboard.type(` w${++last}`, { delay: 25 });
    })();
    try {
      for (const [, words, decision] of asides) {
        const card = cards(decider).filter({ hasText: words });
        await card.getByRole('button', { name: decision, exact: true }).click();
        if (decision === 'Reject') await decider.locator('form').getByRole('button', { name: 'Reject', exact: true }).click();
        await until(async () => (await card.count()) === 0, `the card of “${words}” stayed`);
      }
      // what is typed itself, which grows while it is decided
      await decider.getByRole('button', { name: 'Accept all' }).click();
      const enough = last + 20;
      await until(async () => last >= enough, 'the author cannot go on');
    } finally {
      typing = false;
      await writing;
    }
    await saved(author);
    await decideAll(decider, 'Accept');
    const numbers = Array.from({ length: last }, (_, index) => `w${index + 1}`);
    for (const page of [author, decider]) {
      await until(async () => (await written(text(page))).includes(`w${last}`), 'the last word is missing');
      const words = await written(text(page));
      expect(words.match(/w\d+/g)).toEqual(numbers);
      for (const [, aside, decision] of asides) expect(words.split(aside).length - 1, aside).toBe(decision === 'Accept' ? 1 : 0);
    }
  });

  it('is undone by a key, and leaves no complaint in either window', async () => {
    const [author, decider] = [lee.page, ada.page];
    await until(async () => (await cards(decider).count()) === 0, 'a card stayed');
    const own = await copy(author);
    await at(author, paragraph(own, 'thank you'), 'End');
    await author.keyboard.type(' Undone.');
    await saved(author);
    await cards(decider).filter({ hasText: 'Undone.' }).waitFor();
    await decider.getByRole('tab', { name: /Open/ }).focus();
    await decider.keyboard.press('j');
    await decider.keyboard.press('y');
    await until(async () => (await text(decider).innerText()).includes('Undone.'), 'it was not accepted by its key');
    await until(async () => (await cards(decider).count()) === 0, 'the card stayed');
    await decider.keyboard.press('u');
    await cards(decider).first().waitFor();
    expect(await cards(decider).first().innerText()).toContain('Undone.');
    expect(story.complaints()).toEqual([]);
  });
});
