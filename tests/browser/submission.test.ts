import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '@/lib/letter/submission/manifest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';
import { houseTemplate } from '@/tests/support/house-template';
import { isInView } from '@/tests/support/is-in-view';

const SUMMARY = 'Summary of positions';
const CONTRADICTION = 'A number typed by hand that contradicts a figure';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('filing a letter', () => {
  const story = browserStory();
  let ada: Visitor;
  let legal: Visitor;
  let letter: string;
  beforeAll(async () => {
    ada = await story.begin({ sample: true });
    letter = (await ada.page.getByRole('link', { name: /^Sample: comment letter/ }).getAttribute('href')) ?? '';
    legal = await story.join('Legal');
  });

  const at = (path: string) => `${story.server.address}${letter}${path}`;
  const files = (page: Page) => page.getByRole('table', { name: 'Exported files' });

  it('is held up by what the firm decides: a number that contradicts a figure', async () => {
    const { page } = ada;
    await page.goto(`${story.server.address}/settings/firm`);
    await page
      .locator('summary')
      .filter({ hasText: /^Figures/ })
      .click();
    const choice = page.getByRole('combobox', { name: CONTRADICTION });
    await choice.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Stops the export' }).click();
    expect(await accessibilityFaults(page, 'light')).toEqual([]);
    expect(await accessibilityFaults(page, 'dark')).toEqual([]);
    await page.getByRole('button', { name: 'Save the checks' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();

    await legal.page.goto(at(''));
    const text = legal.page.getByRole('textbox', { name: 'Text of Introduction', exact: true });
    await legal.page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Introduction' }).click();
    const last = text.locator(':scope > p').last();
    await last.click();
    await last.evaluate((paragraph) => document.getSelection()?.setPosition(paragraph, paragraph.childNodes.length));
    await legal.page.keyboard.type(' The requirement today, for all regimes, is $1,900.0 million.');
    await legal.page.locator('[data-saving="saved"]').waitFor();
    await legal.page.goto(at('/export'));
    const held = legal.page.getByRole('listitem').filter({ hasText: CONTRADICTION }).first();
    await held.getByText('Stops the export').waitFor({ state: 'attached' });
    await held.getByRole('link', { name: 'Introduction' }).click();
    await legal.page.waitForURL(/section=.+&node=/);
    await expect.poll(() => text.getByText('$1,900.0 million').evaluate(isInView)).toBe(true);
  });

  it('is written in the firm’s template, once the firm has brought one that can be', async () => {
    const { page } = ada;
    const bring = (name: string, bytes: Uint8Array) =>
      page.getByLabel('Template file').setInputFiles({ name, mimeType: DOCX, buffer: Buffer.from(bytes) });
    await page.goto(`${story.server.address}/settings/template`);
    await bring('macros.docx', houseTemplate({ parts: { 'word/vbaProject.bin': 'x' } }));
    await page
      .getByRole('alert')
      .getByText(/holds macros/)
      .waitFor();
    expect(ada.complaints.splice(0).every((line) => line.includes('422'))).toBe(true);
    expect(await accessibilityFaults(page, 'light')).toEqual([]);
    await bring('house.docx', houseTemplate());
    await page.getByText('in use', { exact: true }).waitFor();
    expect(await accessibilityFaults(page, 'dark')).toEqual([]);
  });

  it('begins with its checks, each of which leads to its place', async () => {
    const { page } = legal;
    await page.goto(at('/export'));
    const checks = page.getByRole('region', { name: 'Checks of this file' });
    const first = checks.getByRole('link').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toMatch(new RegExp(`^${letter}\\?(section|panel)=`));
    expect(await accessibilityFaults(page, 'light')).toEqual([]);
    expect(await accessibilityFaults(page, 'dark')).toEqual([]);
  });

  it('goes on to a package, with a reason for each check that stops it', async () => {
    const { page } = legal;
    const make = page.getByRole('button', { name: 'Make the package' });
    for (const reason of await page.getByLabel(/Reason to export/).all()) await reason.fill('A letter for a test');
    await make.click();
    const link = files(page).getByRole('link', { name: /package\.zip$/ });
    await link.waitFor({ timeout: 120_000 });
    expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    await page
      .getByRole('status')
      .getByRole('link', { name: /^Download .*package\.zip$/ })
      .waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const parts = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] as Uint8Array)) as Manifest;
    expect(manifest.files.map(({ path }) => path.replace(/^.*\.(?=\w+$)/, '')).sort()).toEqual([
      'csv',
      'docx',
      'docx',
      'json',
      'txt',
      'txt',
      'xlsx',
    ]);
    expect(Object.keys(parts).sort()).toEqual([...manifest.files.map(({ path }) => path), 'manifest.json', 'manifest.txt'].sort());
  });

  it('has each reason in the audit log', async () => {
    const { page } = ada;
    await page.goto(`${story.server.address}/settings/audit?type=letter.check-overridden`);
    const row = page.getByRole('row').filter({ hasText: 'typed-number-contradicts' }).first();
    await row.getByText('A letter for a test').waitFor();
  });

  it('is put on record with its receipt, and freezes the letter for whoever has it open', async () => {
    const reader = await story.join('Risk');
    await reader.page.goto(at(''));
    await reader.page.getByRole('region', { name: SUMMARY, exact: true }).scrollIntoViewIfNeeded();
    await reader.page.locator('.section-text[contenteditable="true"]').first().waitFor();

    const { page } = legal;
    const form = page.getByRole('form', { name: 'Record a submission' });
    await form.getByLabel('Sent', { exact: true }).fill('2026-01-15T16:30');
    await form.getByLabel('How', { exact: true }).fill('comments.cftc.gov');
    await form.getByLabel('Receipt', { exact: true }).fill('2026-00417');
    await form.getByRole('button', { name: 'Record submission' }).click();
    await page.getByText('Frozen since').waitFor();
    await page.getByRole('table', { name: 'Submissions' }).getByText('2026-00417').waitFor();
    expect(await accessibilityFaults(page, 'light')).toEqual([]);

    await reader.page.getByText('Filed and frozen').waitFor();
    await expect.poll(() => reader.page.locator('.section-text[contenteditable="true"]').count()).toBe(0);
  });

  it('ends with opening it again for a reason', async () => {
    const { page } = legal;
    await page.getByLabel('Reason to open it again').fill('A supplement follows.');
    await page.getByRole('button', { name: 'Open again' }).click();
    await page.getByText('Frozen since').waitFor({ state: 'detached' });
    await page.goto(at(''));
    await page.getByRole('region', { name: SUMMARY, exact: true }).scrollIntoViewIfNeeded();
    await page.locator('.section-text[contenteditable="true"]').first().waitFor();
  });

  it('made no browser complain', () => {
    expect(story.complaints()).toEqual([]);
  });
});
