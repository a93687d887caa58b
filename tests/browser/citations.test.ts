import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';
import { selectWords } from '@/tests/support/select-words';

const SECTION = 'Summary of positions';

describe('citations and cross-references in the text', () => {
  const story = browserStory();
  let ada: Visitor;
  let letter: string;
  beforeAll(async () => {
    ada = await story.begin({ sample: true });
    const { page } = ada;
    await page.goto(`${story.server.address}/letters`);
    const links = await page.locator('main a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    letter = `${story.server.address}${links.find((href) => /^\/letters\/[0-9a-f-]{36}$/.test(href))}`;
    await page.goto(letter);
    await outline()
      .getByRole('button', { name: new RegExp(SECTION) })
      .first()
      .click();
    await text().waitFor();
  });
  const outline = () => ada.page.getByRole('navigation', { name: 'Sections' });
  const text = () => ada.page.getByRole('textbox', { name: `Text of ${SECTION}` });
  /** The footnotes that were put in, as they read. */
  const notes = () => text().locator('.footnote:has(.object-chip) .footnote-text').allInnerTexts();

  async function toTheEnd(): Promise<void> {
    await text().getByText('A lower requirement').click();
    await ada.page.keyboard.press('Control+End');
  }

  it('recognise what is pasted, and cite it in full', async () => {
    const { page } = ada;
    await toTheEnd();
    await page.keyboard.press('Control+Alt+KeyS');
    const dialog = page.getByRole('dialog', { name: 'Insert a citation' });
    await dialog.getByLabel('Find a source, or paste a citation').fill('Joint Request, 91 FR 37873, 37880 (June 24, 2026)');
    await dialog.getByRole('button', { name: 'Add what was pasted' }).click();
    await dialog.getByText('Joint Request, 91 FR 37873 (June 24, 2026)').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await accessibilityFaults(page, colorScheme), colorScheme).toEqual([]);
      await page.screenshot({ path: `tests/.artifacts/citation-source-${colorScheme}.png` });
    }
    await dialog.getByRole('button', { name: 'Add to the library' }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await accessibilityFaults(page, colorScheme), colorScheme).toEqual([]);
      await page.screenshot({ path: `tests/.artifacts/citation-dialog-${colorScheme}.png` });
    }
    await dialog.getByRole('button', { name: 'Insert', exact: true }).click();
    await expect.poll(notes).toEqual(['Joint Request, 91 FR 37873, 37880 (June 24, 2026).']);
  });

  it('become id. the second time', async () => {
    const { page } = ada;
    await toTheEnd();
    await page.keyboard.type(' And so.');
    await page.keyboard.press('Control+Alt+KeyS');
    const dialog = page.getByRole('dialog', { name: 'Insert a citation' });
    await dialog.getByRole('button', { name: /Joint Request, 91 FR 37873/ }).click();
    await dialog.getByLabel('Pinpoint').fill('37881');
    await dialog.getByRole('button', { name: 'Insert', exact: true }).click();
    await expect.poll(notes).toEqual(['Joint Request, 91 FR 37873, 37880 (June 24, 2026).', 'Id. at 37881.']);
  });

  it('refer to a section by its number, which follows when the section moves', async () => {
    const { page } = ada;
    await toTheEnd();
    await page.keyboard.type(' See ');
    await page.keyboard.press('Control+Alt+KeyR');
    const dialog = page.getByRole('dialog', { name: 'Insert a cross-reference' });
    await dialog.getByLabel('Find a place of the letter').fill('Section II');
    const place = dialog.getByRole('button', { name: /^Section\s*Section II\s/ }).first();
    const title = (await place.locator('span').last().innerText()).trim();
    await place.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await accessibilityFaults(page, colorScheme), colorScheme).toEqual([]);
      await page.screenshot({ path: `tests/.artifacts/reference-dialog-${colorScheme}.png` });
    }
    await dialog.getByRole('button', { name: 'Insert', exact: true }).click();
    const chip = text().locator('p .object-chip', { hasText: /^Section/ });
    await expect.poll(() => chip.innerText()).toBe('Section II');
    await outline()
      .getByRole('button', { name: new RegExp(title.slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) })
      .first()
      .focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => chip.innerText()).toBe('Section III');
  });

  it('define terms, which the panel lists', async () => {
    const { page } = ada;
    await toTheEnd();
    await page.keyboard.type(' The Margin Rule');
    await selectWords(page, text(), 'Margin Rule');
    await page.keyboard.press('Control+Alt+KeyT');
    await page.getByRole('button', { name: 'Terms', exact: true }).click();
    const terms = page.getByRole('list', { name: 'Defined terms' });
    await terms.getByText('Margin Rule').waitFor();
    await terms.getByText('never used').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await accessibilityFaults(page, colorScheme), colorScheme).toEqual([]);
      await page.screenshot({ path: `tests/.artifacts/terms-panel-${colorScheme}.png` });
    }
    expect(story.complaints()).toEqual([]);
  });
});
