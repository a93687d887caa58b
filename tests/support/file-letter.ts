import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { WORD_MEDIA_TYPE } from '@/lib/word/word-media-type';
import { EditedDocx } from './edit-docx';
import { houseTemplate } from './house-template';

interface Filing {
  readonly page: Page;
  readonly address: string;
  readonly letterPath: string;
  /** Takes a picture of the page as it stands. */
  readonly picture: (name: string) => Promise<void>;
}

/**
 * Takes the sample letter as an administrator from its checks to the record of what was filed, with a file that comes back and files that are
 * verified on the way. For pictures: what each of these does is tested elsewhere.
 */
export async function fileLetter({ page, address, letterPath, picture }: Filing): Promise<void> {
  await page.goto(`${address}${letterPath}/export`);
  for (const reason of await page.getByLabel(/Reason to export/).all()) await reason.fill('Pictures for the documentation');
  await page.getByRole('button', { name: 'Export to Word' }).click();
  const link = page.getByRole('status').getByRole('link');
  await link.waitFor();
  await picture('export-file');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const ours = new Uint8Array(readFileSync(await download.path()));
  await page.getByRole('button', { name: 'Make the package' }).click();
  await page
    .getByRole('status')
    .getByRole('link', { name: /package\.zip$/ })
    .waitFor({ timeout: 120_000 });
  await page.getByRole('heading', { name: 'Submission package' }).evaluate((heading) => heading.scrollIntoView());
  await picture('export-package');

  const changed = new EditedDocx(ours)
    .insertTracked('welcomes the chance', ', for the second time,', 'Jane Counsel')
    .replace('have taken first steps', 'have taken some first steps')
    .alterFigure('$99.9 million')
    .bytes();
  await verify('verify-ours', 'Letter.docx', ours);
  await verify('verify-changed', 'Letter, comments of counsel.docx', changed);
  await verify('verify-foreign', 'Another letter.docx', houseTemplate());
  const doctype = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>';
  await verify('verify-hostile', 'Letter.docx', zipSync({ ...unzipSync(ours), 'word/document.xml': strToU8(doctype) }));

  await page.goto(`${address}${letterPath}/returned`);
  await page.getByLabel('Word file that came back').setInputFiles(wordFile('Letter, comments of counsel.docx', changed));
  await page.waitForURL(/\/returned\/[0-9a-f-]{36}$/);
  await page.locator('[data-suggestion-card]').first().waitFor();
  await picture('returned-file');

  await page.goto(`${address}/settings/template`);
  await page.getByLabel('Template file').setInputFiles(wordFile('House.docx', houseTemplate({ parts: { 'word/vbaProject.bin': 'x' } })));
  await page.getByRole('alert').waitFor();
  await picture('letter-template-refused');
  await page.getByLabel('Template file').setInputFiles(wordFile('House.docx', houseTemplate()));
  await page.getByText('in use', { exact: true }).waitFor();
  await picture('letter-template-in-use');

  await page.goto(`${address}/settings/firm`);
  await page
    .locator('summary')
    .filter({ hasText: /^Figures/ })
    .click();
  await page.getByRole('button', { name: 'Save the checks' }).scrollIntoViewIfNeeded();
  await picture('firm-checks');

  await page.goto(`${address}${letterPath}/export`);
  const form = page.getByRole('form', { name: 'Record a submission' });
  await form.getByLabel('Sent', { exact: true }).fill('2026-01-15T16:30');
  await form.getByLabel('How', { exact: true }).fill('comments.cftc.gov');
  await form.getByLabel('Receipt', { exact: true }).fill('2026-00417');
  await form.getByRole('button', { name: 'Record submission' }).scrollIntoViewIfNeeded();
  await picture('submission');
  await form.getByRole('button', { name: 'Record submission' }).click();
  await page.getByText('Frozen since').waitFor();
  await picture('submission-recorded');
  await page.goto(`${address}${letterPath}`);
  await page.getByText('Filed and frozen').waitFor();
  await picture('letter-frozen');

  async function verify(name: string, fileName: string, bytes: Uint8Array): Promise<void> {
    await page.goto(`${address}/letters/verify`);
    await page.getByLabel('Word file to verify').setInputFiles(wordFile(fileName, bytes));
    await page.getByText(/^This file is|^The file could not/).waitFor({ timeout: 120_000 });
    await picture(name);
  }
}

function wordFile(name: string, bytes: Uint8Array) {
  return { name, mimeType: WORD_MEDIA_TYPE, buffer: Buffer.from(bytes) };
}
