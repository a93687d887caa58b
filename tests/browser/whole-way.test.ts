import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkPackage } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';
import { choose } from '@/tests/support/people';

const FIXTURES = 'tests/fixtures';
/** The section that the walk answers; numbering starts again under each heading of the request. */
const ANSWERED = 'Question 1 (II.A)';

describe('from the first run to a Word letter', () => {
  const story = browserStory();
  let ada: Visitor;
  let lee: Visitor;
  let letterUrl: string;

  const at = (path: string) => `${story.server.address}${path}`;
  const section = (page: Page, title: string) => page.getByRole('textbox', { name: `Text of ${title}` });
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();

  it('names the firm and invites a colleague by link', async () => {
    ada = await story.begin({ sample: false });
    lee = await story.join('Legal');
    expect(await lee.page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('imports a request with its twelve questions', async () => {
    const { page } = lee;
    await page.goto(at('/requests'));
    await page.getByLabel('Federal Register document').setInputFiles(`${FIXTURES}/requests/sample-request.xml`);
    await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
    await page.getByText('12 questions').first().waitFor();
  });

  it('imports positions, runs the analysis and shows the bridge', async () => {
    const { page } = ada;
    await importPositions(page, 'dealer.csv', 'Dealer, June');
    await page.goto(at('/analyses/new'));
    await page.getByLabel('Name', { exact: true }).fill('Cost of the split');
    await choose(page, page.getByLabel('Portfolio', { exact: true }), /Dealer, June/);
    const alternative = page.getByRole('checkbox', { name: 'One account under SEC rules' });
    if ((await alternative.getAttribute('aria-checked')) !== 'true') await alternative.click();
    await page.getByRole('button', { name: /run/i }).click();
    await page.waitForURL(/\/runs\//);
    await page.getByRole('button', { name: 'Publish figure' }).waitFor();
    await page.getByRole('figure').filter({ hasText: 'From Separate regimes (today) to One account' }).first().waitFor();
  });

  it('publishes a number, a table and a chart of the run', async () => {
    const { page } = ada;
    for (const [wanted, name] of [
      ['saving', 'Saving under one account'],
      ['by regime', 'Requirement by regime'],
      ['bridge', 'Bridge'],
    ] as const) {
      await page.getByRole('button', { name: 'Publish figure' }).click();
      const dialog = page.getByRole('dialog', { name: /Publish a figure/ });
      await dialog.getByLabel('Find what to publish').fill(wanted);
      await dialog.getByRole('radio').first().check({ force: true });
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('puts the figure into an answer while a second person types in the same section', async () => {
    const { page } = lee;
    await page.goto(at('/letters/new'));
    await page.getByRole('button', { name: 'Start the letter' }).click();
    await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
    letterUrl = page.url();
    await ada.page.goto(letterUrl);

    await openSection(page, ANSWERED);
    await openSection(ada.page, ANSWERED);
    await section(page, ANSWERED).click();
    await page.keyboard.type('One account would lower the requirement by ');
    await page.getByRole('button', { name: 'Figures', exact: true }).click();
    await page.getByRole('button', { name: /Saving under one account/ }).click();
    // the other stands before these words, in the same paragraph, before both go on writing
    await saved(page);
    await section(ada.page, ANSWERED).getByText('requirement by').waitFor();
    await section(ada.page, ANSWERED).click();
    await ada.page.keyboard.press('Control+Home');
    await ada.page.waitForTimeout(500);
    await Promise.all([
      (async () => {
        await page.getByRole('button', { name: 'Insert the number' }).click();
        await page.keyboard.type(' for this portfolio.', { delay: 20 });
      })(),
      (async () => {
        await ada.page.keyboard.type('Nothing here is a forecast. ', { delay: 15 });
      })(),
    ]);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('Computed by the run named in the annex.');
    await page.keyboard.press('Escape');
    await saved(page);
    await saved(ada.page);
    for (const each of [page, ada.page]) {
      const text = await section(each, ANSWERED).innerText();
      expect(text).toContain('One account would lower the requirement by');
      expect(text).toMatch(/\$[\d,.]+ million/);
      expect(text).toContain('for this portfolio.');
      expect(text).toContain('One account would lower the requirement by');
    }
  });

  it('marks the figure when a newer run exists, and changes it only when somebody accepts', async () => {
    const { page } = ada;
    const before = await figureText(lee.page);
    await importPositions(page, 'dealer-updated.csv', 'Dealer, July');
    await page.goto(at('/analyses'));
    await page.getByRole('link', { name: 'Cost of the split' }).first().click();
    await page.waitForURL(/\/analyses\/[0-9a-f-]{36}/);
    await page.goto(`${page.url().replace(/\/runs.*$/, '')}/edit`);
    await choose(page, page.getByLabel('Portfolio', { exact: true }), /Dealer, July/);
    await page.getByRole('button', { name: /run/i }).click();
    await page.waitForURL(/\/runs\//);
    await page.getByRole('button', { name: /Publish all 3 again from run 2/ }).click();
    await page.getByText('run 2', { exact: false }).first().waitFor();

    await lee.page.reload();
    await openSection(lee.page, ANSWERED);
    expect(await figureText(lee.page)).toBe(before);
    const chip = section(lee.page, ANSWERED).locator('[data-figure-state]').first();
    expect(await chip.getAttribute('data-figure-state')).not.toBe('current');
    await chip.click();
    await lee.page.getByRole('button', { name: /Accept new value/ }).click();
    await saved(lee.page);
    const after = await figureText(lee.page);
    expect(after).not.toBe(before);
    expect(after).toMatch(/^\$[\d,.]+ million$/);
  });

  it('exports a Word file with the new value, the footnote, a filled contents and no fault', async () => {
    const { page } = lee;
    const value = await figureText(page);
    await page.goto(`${letterUrl}/export`);
    for (const reason of await page.getByLabel(/Reason to export/).all()) await reason.fill('A test of the whole way');
    await page.getByRole('button', { name: 'Export to Word' }).click();
    const link = page.getByRole('status').getByRole('link', { name: /^Download .*\.docx$/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const parts = unzipSync(bytes);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const text = part('word/document.xml').replace(/<[^>]+>/g, '');
    expect(text).toContain(value);
    expect(text).toContain('Nothing here is a forecast.');
    expect(text).toContain(`One account would lower the requirement by ${value} for this portfolio.`);
    expect(part('word/footnotes.xml')).toContain('Computed by the run named in the annex.');
    expect(part('word/document.xml')).toMatch(/TOC \\/);
    // the contents come filled: the entry's page number stands in its field
    expect(text).toMatch(/Question 1 \(II\.A\)PAGEREF \S+ \\h\s*\d+/);
    expect(await checkPackage(bytes, validateOpenXml)).toEqual({ ok: true, value: [] });
  });

  it('made no browser complain', () => {
    expect(story.complaints()).toEqual([]);
  });

  async function importPositions(page: Page, file: string, name: string): Promise<void> {
    await page.goto(at('/portfolios/import'));
    await page.getByLabel('File of the portfolio').setInputFiles(`${FIXTURES}/portfolios/${file}`);
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('As of').fill('2026-06-30');
    await page.getByRole('button', { name: 'Check and import' }).click();
    await page.waitForURL(/\/portfolios\/[0-9a-f-]{36}/);
  }

  async function openSection(page: Page, title: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: title, exact: false }).first().click();
    await section(page, title).waitFor();
  }

  async function figureText(page: Page): Promise<string> {
    const chip = section(page, ANSWERED).locator('[data-figure-state]').first();
    // right after the page was loaded its figures are still being read
    await chip.filter({ hasText: '$' }).waitFor();
    return chip.evaluate((element) => element.firstChild?.textContent?.trim() ?? '');
  }
});
