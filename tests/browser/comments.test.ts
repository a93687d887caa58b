import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';

const OPENING = 'Introduction';
const WORDS = 'welcomes the chance';

describe('comments', () => {
  const story = browserStory();
  let ada: Visitor;
  let lee: Visitor;
  let rita: Visitor;
  let letterPath: string;
  beforeAll(async () => {
    ada = await story.begin({ sample: true });
    lee = await story.join('Legal');
    rita = await story.join('Risk');
    const link = lee.page.getByRole('link', { name: /^Sample: comment letter/ }).first();
    letterPath = (await link.getAttribute('href')) ?? '';
    for (const { page } of [lee, rita]) await openLetter(page);
  });
  const text = (page: Page, title = OPENING) => page.getByRole('textbox', { name: `Text of ${title}` });
  const panel = (page: Page) => page.getByRole('region', { name: 'Panel' });
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();
  const thread = (page: Page, words: string) => panel(page).getByRole('article').filter({ hasText: words });
  const marked = (page: Page, words: string) => text(page).locator('.commented').filter({ hasText: words });
  const newComment = (page: Page) => panel(page).getByRole('form', { name: 'New comment' });

  /** The marked words of the opening, without the names on others' carets, which cut a mark in two. */
  const markedWords = (page: Page): Promise<string> =>
    text(page)
      .locator('.commented:not(.footnote)')
      .evaluateAll((all) =>
        all.map((each) => [...each.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '')).join('')).join(''),
      );

  async function openLetter(page: Page, query = '?panel=comments'): Promise<void> {
    await page.goto(`${story.server.address}${letterPath}${query}`);
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: OPENING }).click();
    await text(page).waitFor();
  }

  async function selectWords(page: Page, words: string): Promise<void> {
    await text(page).getByText(words).first().click();
    await text(page).evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }, words);
    await page.waitForTimeout(200);
  }

  it('begins on selected words, with a mention chosen by keyboard, and reaches the other screen', async () => {
    const { page } = lee;
    await selectWords(page, WORDS);
    await page.keyboard.press('Control+Alt+m');
    await newComment(page).getByText(WORDS).waitFor();
    await page.keyboard.type('Is this too polite, @lee r');
    await page.getByRole('option', { name: 'Lee Risk' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('?');
    await page.keyboard.press('Control+Enter');
    for (const each of [page, rita.page]) {
      await thread(each, 'Is this too polite, @Lee Risk').waitFor();
      await marked(each, WORDS).waitFor();
    }
  });

  it('rings the bell, and leads from the inbox to the thread', async () => {
    const { page } = rita;
    await page.getByRole('link', { name: /Inbox\s*1 unread/ }).click();
    await page.getByRole('link', { name: /Lee Legal mentioned you in a comment on “Introduction”/ }).click();
    await thread(page, 'Is this too polite').getByRole('textbox', { name: 'Reply' }).waitFor();
    await page.getByRole('link', { name: 'Inbox', exact: true }).waitFor();
    await text(page).locator('.commented.is-active').waitFor();
  });

  it('shows a reply on the other screen while it is open, and keeps one that was not sent', async () => {
    await thread(lee.page, 'Is this too polite').getByRole('textbox', { name: 'Reply' }).fill('I begin to');
    await thread(rita.page, 'Is this too polite').getByRole('textbox', { name: 'Reply' }).fill('It is what they expect.');
    await rita.page.keyboard.press('Control+Enter');
    await thread(lee.page, 'It is what they expect.').waitFor();
    await openLetter(lee.page);
    await thread(lee.page, 'Is this too polite').getByRole('button', { expanded: false }).click();
    await expect.poll(() => thread(lee.page, 'Is this too polite').getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('I begin to');
    await thread(lee.page, 'Is this too polite').getByRole('textbox', { name: 'Reply' }).fill('');
  });

  it('begins on a footnote, a figure and a whole section', async () => {
    const { page } = lee;
    await text(page).getByRole('button', { name: 'Footnote: edit its text' }).first().click();
    await page.keyboard.press('Control+Alt+m');
    await newComment(page).getByText('Footnote: This letter is a sample.').waitFor();
    await page.keyboard.type('Say so above.');
    await page.keyboard.press('Control+Enter');
    await thread(page, 'Say so above.').waitFor();
    await text(page).locator('.footnote.commented').waitFor();

    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Summary of positions' }).click();
    const summary = text(page, 'Summary of positions');
    await summary.locator('.figure-chip').first().focus();
    await page.keyboard.press('Control+Alt+m');
    await newComment(page)
      .getByText(/Figure: .*Requirement today/)
      .waitFor();
    await page.keyboard.type('Which thresholds?');
    await page.keyboard.press('Control+Enter');
    await summary.locator('.commented .figure-chip').waitFor();

    await summary.getByText('A lower requirement has to be shown').click();
    await panel(page).getByRole('button', { name: 'New' }).click();
    await newComment(page).getByText('The whole section').first().waitFor();
    await page.keyboard.type('Shorter, please.');
    await page.keyboard.press('Control+Enter');
    for (const words of ['Say so above.', 'Which thresholds?', 'Shorter, please.']) await thread(rita.page, words).waitFor();
  });

  it('keeps its words while others write before, in and after them', async () => {
    await openLetter(rita.page);
    await marked(rita.page, WORDS).waitFor();
    await text(rita.page).click();
    await rita.page.keyboard.press('Control+Home');
    await rita.page.keyboard.type('Ladies and gentlemen, ');
    await selectWords(rita.page, 'the chance');
    await rita.page.keyboard.press('ArrowLeft');
    await rita.page.keyboard.type('very much ');
    await saved(rita.page);
    await text(lee.page).getByText('very much').waitFor();
    for (const { page } of [lee, rita]) {
      await expect.poll(() => markedWords(page)).toBe('welcomes very much the chance');
    }
    await openLetter(lee.page);
    await expect.poll(() => markedWords(lee.page)).toBe('welcomes very much the chance');
  });

  it('stays when its words are deleted, and finds them again when they come back', async () => {
    await selectWords(rita.page, 'welcomes very much the chance');
    await rita.page.keyboard.press('Delete');
    await saved(rita.page);
    await expect.poll(() => markedWords(lee.page)).toBe('');
    await openLetter(lee.page);
    const lost = panel(lee.page).getByRole('region', { name: 'Lost their place' });
    await lost.getByText('Is this too polite').waitFor();
    await lost.getByText(WORDS).waitFor();
    await text(rita.page).press('Control+z');
    for (const { page } of [rita, lee]) {
      await expect.poll(() => markedWords(page)).toBe('welcomes very much the chance');
    }
    await saved(rita.page);
    await openLetter(lee.page);
    await thread(lee.page, 'Is this too polite').waitFor();
    expect(await lost.count()).toBe(0);
  });

  it('is resolved and reopened for everybody', async () => {
    await thread(lee.page, 'Shorter, please.').getByRole('button', { expanded: false }).click();
    await thread(lee.page, 'Shorter, please.').getByRole('button', { name: 'Resolve' }).click();
    await thread(rita.page, 'Shorter, please.').waitFor({ state: 'detached' });
    await thread(lee.page, 'Shorter, please.').waitFor({ state: 'detached' });
  });

  it('shows a privileged thread to legal alone', async () => {
    const { page } = lee;
    await selectWords(page, 'two sets of rules');
    await page.keyboard.press('Control+Alt+m');
    await page.keyboard.type('Our ');
    // asked for again, the comment goes on where it was, and nothing is typed over the words
    await selectWords(page, 'two sets of rules');
    await page.keyboard.press('Control+Alt+m');
    await page.keyboard.type('exposure here is large.');
    await newComment(page).getByRole('checkbox', { name: 'Privileged' }).click();
    await newComment(page).getByRole('button', { name: 'Comment' }).click();
    await thread(page, 'Our exposure here is large.').getByText('Privileged').waitFor();
    await text(page).locator('.commented.is-privileged').waitFor();
    for (const other of [rita.page, ada.page]) {
      await openLetter(other);
      await thread(other, 'Say so above.').waitFor();
      expect(await other.content()).not.toContain('Our exposure');
      expect(await text(other).locator('.is-privileged').count()).toBe(0);
      const answer = await other.evaluate(async (path) => (await fetch(`/api${path}/threads`)).text(), letterPath);
      expect(answer).toContain('Say so above.');
      expect(answer).not.toContain('Our exposure');
    }
  });

  it.each(['light', 'dark'] as const)('meets WCAG 2.2 AA by axe in %s, and so does the inbox', async (colorScheme) => {
    const { page } = lee;
    await openLetter(page);
    await thread(page, 'Our exposure').getByRole('button', { expanded: false }).click();
    await selectWords(page, WORDS.split(' ')[0] ?? '');
    await page.keyboard.press('Control+Alt+m');
    await newComment(page).waitFor();
    expect(await accessibilityFaults(page, colorScheme)).toEqual([]);
    await newComment(page).getByRole('button', { name: 'Discard' }).click();
    await rita.page.goto(`${story.server.address}/inbox`);
    await rita.page.getByRole('link', { name: /mentioned you/ }).waitFor();
    expect(await accessibilityFaults(rita.page, colorScheme)).toEqual([]);
  });

  it('made no browser complain', () => {
    expect(story.complaints()).toEqual([]);
  });
});
