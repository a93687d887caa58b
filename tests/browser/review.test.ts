import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';

const SUMMARY = 'Summary of positions';

describe('signing a letter', () => {
  const story = browserStory();
  let legal: Visitor;
  let risk: Visitor;
  let letter: string;
  beforeAll(async () => {
    const ada = await story.begin({ sample: true });
    letter = (await ada.page.getByRole('link', { name: /^Sample: comment letter/ }).getAttribute('href')) ?? '';
    legal = await story.join('Legal');
    risk = await story.join('Risk');
  });

  const review = async (page: Page) => {
    await page.goto(`${story.server.address}${letter}/review`);
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: SUMMARY }).click();
    await page.getByRole('article', { name: SUMMARY }).waitFor();
  };
  const signatures = (page: Page) => page.getByRole('region', { name: 'This section' });
  it('is done by risk and by legal, and closes the text for both at once', async () => {
    await review(legal.page);
    await legal.page.getByRole('button', { name: 'Send to review' }).click();
    await legal.page.getByRole('button', { name: 'Sign for legal' }).click();
    await signatures(legal.page).getByText('Legal signed').waitFor();
    await review(risk.page);
    await signatures(risk.page).getByText('Legal signed').waitFor();
    await risk.page.getByRole('article', { name: SUMMARY }).click();
    // by keyboard alone: s signs
    await risk.page.keyboard.press('s');
    await signatures(risk.page).getByText('Risk signed').waitFor();
    await signatures(legal.page).getByText('Risk signed').waitFor();
    await signatures(legal.page).getByText('Signed', { exact: true }).waitFor();
    await legal.page.goto(`${story.server.address}${letter}`);
    await legal.page.getByRole('region', { name: SUMMARY, exact: true }).scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        legal.page
          .getByRole('textbox', { name: `Text of ${SUMMARY}` })
          .and(legal.page.locator('[contenteditable="true"]'))
          .count(),
      )
      .toBe(0);
  });

  it('falls with one word, after reopening, for just that section, and says which word and by whom', async () => {
    await review(legal.page);
    await legal.page.getByRole('button', { name: 'Reopen…' }).click();
    await legal.page.getByRole('dialog').getByLabel('Reason').fill('A word too many.');
    await legal.page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
    await signatures(legal.page).getByText('Drafting').waitFor();
    expect(await signatures(legal.page).getByText('Risk signed').count()).toBe(1);

    await legal.page.goto(`${story.server.address}${letter}`);
    const text = legal.page.getByRole('textbox', { name: `Text of ${SUMMARY}` });
    await legal.page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: SUMMARY }).click();
    await text.and(legal.page.locator('[contenteditable="true"]')).waitFor();
    await text.locator('p').first().click();
    await legal.page.keyboard.press('End');
    await legal.page.keyboard.type(' Indeed.');
    await legal.page.locator('[data-saving="saved"]').waitFor();

    await signatures(risk.page).getByText('Risk fell').waitFor();
    await review(risk.page);
    const fell = signatures(risk.page).getByRole('listitem').filter({ hasText: 'Risk fell' });
    await expect.poll(() => fell.innerText()).toMatch(/It fell: 1 change in the text, by Lee Legal/);
    expect(await fell.innerText()).toContain('Indeed.');
    expect(await risk.page.getByRole('article', { name: SUMMARY }).locator('.redline-in').allInnerTexts()).toContainEqual(
      expect.stringContaining('Indeed.'),
    );
    await risk.page.goto(story.server.address);
    await risk.page.getByRole('region', { name: 'My work' }).getByText('Your signature fell').waitFor();
  });

  it('is refused with a reason that the others read', async () => {
    await review(legal.page);
    await legal.page.getByRole('button', { name: 'Send to review' }).click();
    await review(risk.page);
    await risk.page.getByRole('button', { name: 'Refuse…' }).click();
    await risk.page.getByRole('dialog').getByRole('button', { name: 'Refuse to sign' }).click();
    await risk.page.getByRole('dialog').getByText('Give a reason.').waitFor();
    await risk.page.getByRole('dialog').getByLabel('Reason').fill('“Indeed” is no finding.');
    await risk.page.getByRole('dialog').getByRole('button', { name: 'Refuse to sign' }).click();
    await signatures(legal.page).getByText('“Indeed” is no finding.').waitFor();
    await signatures(legal.page).getByText('Drafting').waitFor();
  });

  it('is by keyboard, and meets WCAG 2.2 AA by axe, light and dark', async () => {
    const { page } = risk;
    await review(page);
    await page.getByRole('heading', { level: 1 }).click();
    const before = await page.locator('article h2').innerText();
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('article h2').innerText()).not.toBe(before);
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('article h2').innerText()).toBe(before);
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await accessibilityFaults(page, colorScheme), colorScheme).toEqual([]);
    }
    expect(story.complaints().filter((line) => !line.includes('status of 4'))).toEqual([]);
  });
});
