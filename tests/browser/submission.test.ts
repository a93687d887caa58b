import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '@/lib/letter/submission/manifest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';

const SUMMARY = 'Summary of positions';

describe('filing a letter', () => {
  const story = browserStory();
  let legal: Visitor;
  let letter: string;
  beforeAll(async () => {
    const ada = await story.begin({ sample: true });
    letter = (await ada.page.getByRole('link', { name: /^Sample: comment letter/ }).getAttribute('href')) ?? '';
    legal = await story.join('Legal');
  });

  const at = (path: string) => `${story.server.address}${letter}${path}`;
  const files = (page: Page) => page.getByRole('table', { name: 'Exported files' });

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
