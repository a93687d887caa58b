import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';

const SECTION = 'Summary of positions';

describe('the versions of a letter', () => {
  const story = browserStory();
  let ada: Visitor;
  let lee: Visitor;
  let letter: string;
  let before: string;
  beforeAll(async () => {
    ada = await story.begin({ sample: true });
    lee = await story.join('Legal');
    await ada.page.goto(`${story.server.address}/letters`);
    const links = await ada.page.locator('main a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    letter = `${story.server.address}${links.find((href) => /^\/letters\/[0-9a-f-]{36}$/.test(href))}`;
  });
  const text = (page: Page) => page.getByRole('textbox', { name: `Text of ${SECTION}` });
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();

  it('are kept under a name, which the other sees at once', async () => {
    await openSection(lee.page);
    before = await text(lee.page).innerText();
    await lee.page.goto(`${letter}?panel=versions`);
    await ada.page.goto(`${letter}?panel=versions`);
    await ada.page.getByRole('button', { name: 'Keep this version' }).click();
    await ada.page.getByLabel('Name', { exact: true }).fill('Draft for risk');
    await ada.page.getByLabel('Note', { exact: true }).fill('Before the figures');
    await ada.page.getByRole('button', { name: 'Keep', exact: true }).click();
    for (const { page } of [ada, lee]) await page.getByRole('listitem', { name: 'Version 1, Draft for risk' }).waitFor();
  });

  it('are compared with the present text: what both wrote since is marked, and n leads from change to change', async () => {
    // one after the other: a caret of somebody else's that comes between a click and a key within milliseconds puts one's own back
    await putCaret(lee.page, 'Control+Home');
    await putCaret(ada.page, 'Control+End');
    await Promise.all([write(lee.page, 'Briefly put, '), write(ada.page, ' Nothing more.')]);
    const { page } = lee;
    await page.goto(`${letter}/versions/compare?from=1&to=now`);
    const section = page.getByRole('region', { name: new RegExp(SECTION) }).first();
    expect(await section.getByRole('insertion').allInnerTexts()).toEqual([
      expect.stringContaining('Briefly put,'),
      expect.stringContaining('Nothing more.'),
    ]);
    expect(await section.getByRole('deletion').count()).toBe(0);
    await page.getByText(/2 changes of the text/).waitFor();
    const here = page.locator('[data-here]');
    await page.keyboard.press('n');
    expect(await here.innerText()).toContain('Briefly put,');
    await page.keyboard.press('n');
    expect(await here.innerText()).toContain('Nothing more.');
    await page.keyboard.press('p');
    expect(await here.innerText()).toContain('Briefly put,');
    expect(await page.getByText(/sections unchanged/).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('name who wrote each passage in words', async () => {
    const { page } = lee;
    await page.goto(`${letter}/versions/authors`);
    const legend = page.getByRole('region', { name: 'Authors' });
    await legend.waitFor();
    const authors = await legend.getByRole('listitem').allInnerTexts();
    for (const author of [/^First draft, Ada Abbott/, /^LL\s*Lee Legal/, /^AA\s*Ada Abbott/]) {
      expect(authors.filter((line) => author.test(line))).toHaveLength(1);
    }
    expect(await page.locator('.authored', { hasText: 'Briefly put,' }).first().getAttribute('title')).toMatch(/^Lee Legal, /);
    expect(await page.locator('.authored', { hasText: 'Nothing more.' }).first().getAttribute('title')).toMatch(/^Ada Abbott, /);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('are brought back while the other has the section open, and what was there is a version', async () => {
    await openSection(ada.page);
    await text(ada.page).getByText('Nothing more.').waitFor();
    const { page } = lee;
    await page.goto(`${letter}?panel=versions`);
    const version = page.getByRole('listitem', { name: 'Version 1, Draft for risk' });
    await version.getByRole('button', { name: 'Bring back' }).click();
    const dialog = page.getByRole('dialog', { name: /Bring back version 1/ });
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Bring back', exact: true }).click();
    const report = page.getByRole('dialog', { name: /Brought back version 1/ });
    await report.getByText(SECTION).waitFor();
    await report.getByRole('button', { name: 'Close', exact: true }).last().click();
    await text(ada.page).getByText('Nothing more.').waitFor({ state: 'detached' });
    expect(await text(ada.page).innerText()).toBe(before);
    await page.goto(`${letter}/versions/compare?from=3&to=1`);
    await page.getByText('Nothing differs').waitFor();
    await page.goto(`${letter}/versions/compare?from=2&to=1`);
    expect(await page.getByRole('deletion').allInnerTexts()).toEqual([
      expect.stringContaining('Briefly put,'),
      expect.stringContaining('Nothing more.'),
    ]);
  });

  it('stand in a list of their own, where each is found to be as it was kept', async () => {
    const { page } = ada;
    await page.goto(`${letter}/versions`);
    await page.getByRole('button', { name: 'Check for damage' }).click();
    await page.getByText(/All 3 versions are as kept/).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await accessibilityFaults(page, colorScheme), colorScheme).toEqual([]);
    }
  });

  async function openSection(page: Page): Promise<void> {
    await page.goto(letter);
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('button', { name: new RegExp(SECTION) })
      .first()
      .click();
    await text(page).waitFor();
  }

  async function putCaret(page: Page, place: string): Promise<void> {
    await openSection(page);
    await text(page).getByText('A lower requirement').click();
    await page.keyboard.press(place);
  }

  async function write(page: Page, words: string): Promise<void> {
    await page.keyboard.type(words);
    await saved(page);
  }
});
