import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/tests/support/accessibility-faults';
import type { Visitor } from '@/tests/support/browser';
import { browserStory } from '@/tests/support/browser-story';
import { EditedDocx } from '@/tests/support/edit-docx';
import { houseTemplate } from '@/tests/support/house-template';
import { isInView } from '@/tests/support/is-in-view';
import { sampleLetter } from '@/tests/support/tour';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a Word file on its way out and back', () => {
  const story = browserStory();
  let lee: Visitor;
  let risk: Visitor;
  let letter: string;
  let sent: Uint8Array;
  let figure: string;
  let text: string;
  beforeAll(async () => {
    const ada = await story.begin({ sample: true });
    lee = await story.join('Legal');
    risk = await story.join('Risk');
    letter = `${story.server.address}${await sampleLetter(ada.page, story.server.address)}`;
    await lee.page.goto(letter);
    sent = await exported(lee.page, new URL(letter).pathname);
    text = await sectionText(lee.page, 'Introduction');
    figure = await figureText(lee.page);
  });
  const file = (bytes: Uint8Array) => ({ name: 'Letter, comments of counsel.docx', mimeType: DOCX, buffer: Buffer.from(bytes) });
  const bring = async (bytes: Uint8Array) => {
    await lee.page.goto(`${letter}/returned`);
    await lee.page.getByLabel('Word file that came back').setInputFiles(file(bytes));
    await lee.page.waitForURL(/\/returned\/[0-9a-f-]{36}$/);
  };
  const cards = (page: Page, author: string) => page.locator('[data-suggestion-card]').filter({ hasText: author });

  it('says that nothing was changed where nobody changed anything', async () => {
    await bring(sent);
    await lee.page.getByRole('heading', { name: 'Nothing was changed in this file' }).waitFor();
    await lee.page.goto(`${story.server.address}/letters/verify`);
    await lee.page.getByLabel('Word file to verify').setInputFiles(file(sent));
    await lee.page.getByText('This file is ours, and nothing in it was changed').waitFor();
  });

  it('comes back as suggestions under their authors’ names, a conflict and a comment', async () => {
    const edited = new EditedDocx(sent)
      .insertTracked('welcomes the chance', ', for the second time,', 'Jane Counsel')
      .replace('have taken first steps', 'have taken some first steps')
      .comment('is registered as a swap dealer', 'Since when?', 'Jane Counsel')
      .alterFigure('$99.9 million')
      .bytes();
    await bring(edited);
    const { page } = lee;
    await cards(page, 'Jane Counsel').first().waitFor();
    expect(await cards(page, 'Jane Counsel').count()).toBe(1);
    expect(await cards(page, 'Jane Counsel').innerText()).toContain(', for the second time,');
    expect(await cards(page, 'Untracked edit').count()).toBe(1);
    expect(await cards(page, 'Untracked edit').innerText()).toContain('some');
    const conflict = page.locator('[data-conflict]');
    expect(await conflict.count()).toBe(1);
    expect(await conflict.innerText()).toContain('$99.9 million');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${story.server.address}/letters/verify`);
    await page.getByLabel('Word file to verify').setInputFiles(file(edited));
    await page.getByText('This file is ours, and it was changed').waitFor();
    await page.getByText('$99.9 million').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it.each([
    ['a letter of somebody else', () => houseTemplate(), 'This file is none of the firm’s letters'],
    ['one that declares a document type', () => withPart(sent, 'word/document.xml', DOCTYPE), 'The file could not be read'],
    ['what is no Word file', () => strToU8('Dear Sirs'), 'The file could not be read'],
  ])('verified, %s is told apart from ours, with the reason', async (_, bytes, said) => {
    const { page } = lee;
    await page.goto(`${story.server.address}/letters/verify`);
    await page.getByLabel('Word file to verify').setInputFiles(file(bytes()));
    await page.getByRole('alert').getByText(said).waitFor();
    // the browser itself notes the refusal of the file
    expect(lee.complaints.splice(0).every((line) => line.includes('422'))).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is decided by a person: one accepted by its key, one rejected, the figure kept', async () => {
    const { page } = lee;
    await page.goto(`${letter}/returned`);
    await page.getByRole('link', { name: /3 to decide/ }).click();
    const counsel = cards(page, 'Jane Counsel');
    await counsel.getByRole('button').first().click();
    await page.keyboard.press('y');
    await counsel.getByText('Accepted').waitFor();
    const untracked = cards(page, 'Untracked edit');
    await untracked.getByRole('button', { name: 'Reject' }).click();
    await page.locator('form').getByRole('button', { name: 'Reject' }).click();
    await untracked.getByText('Rejected').waitFor();
    await page.getByRole('button', { name: 'Keep it and ask risk' }).click();
    await page.getByText(/kept the letter and started a comment/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(letter);
    expect(await sectionText(page, 'Introduction')).toBe(text.replace('welcomes the chance', 'welcomes the chance, for the second time,'));
    expect(await figureText(page)).toBe(figure);
    await page.goto(`${letter}?panel=comments`);
    await page.getByText('Since when?').first().waitFor();
    await page
      .getByText(/says: “\$99\.9 million”/)
      .first()
      .waitFor();
    expect(story.complaints()).toEqual([]);
  });

  it('asks risk about the figure: a notice leads to the comment at its number', async () => {
    const { page } = risk;
    await page.goto(`${story.server.address}/inbox`);
    await page.getByRole('link', { name: /Lee Legal mentioned you in a comment/ }).click();
    await page.waitForURL(/panel=comments&thread=/);
    const panel = page.getByRole('region', { name: 'Panel' });
    await panel.getByText(/says: “\$99\.9 million”/).waitFor();
    await expect.poll(() => page.locator('[data-figure-state]').first().evaluate(isInView)).toBe(true);
    await panel.getByRole('textbox', { name: 'Reply' }).fill('Our number stands.');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('Our number stands.').waitFor();
  });

  it('is read once', async () => {
    await bring(sent);
    await lee.page.getByText('This very file was read before').first().waitFor();
  });
});

const DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>';

function withPart(bytes: Uint8Array, path: string, text: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [path]: strToU8(text) });
}

async function figureText(page: Page): Promise<string> {
  const chip = page.locator('[data-figure-state]').first();
  // right after the page was loaded its figures are still being read
  await chip.filter({ hasText: '$' }).waitFor();
  return chip.evaluate((element) => element.firstChild?.textContent?.trim() ?? '');
}

async function sectionText(page: Page, title: string): Promise<string> {
  const region = page.getByRole('region', { name: title, exact: true });
  await region.locator('.section-text').first().waitFor();
  return (await region.locator('.section-text').first().innerText()).replace(/\s+/g, ' ').trim();
}

/** The clean build of the letter, made and fetched as the screen does. */
async function exported(page: Page, path: string): Promise<Uint8Array> {
  const numbers = await page.evaluate(async (letterPath) => {
    const call = async (address: string, body?: unknown) => {
      const more =
        body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await fetch(address, more)).json();
    };
    const asked = { request: { build: 'clean' }, overrideReason: 'A letter for a test' };
    const { taskId } = await call(`/api${letterPath}/exports`, asked);
    for (;;) {
      const task = await call(`/api/tasks/${taskId}`);
      if (task.status === 'failed') throw new Error(task.message);
      if (task.status === 'done') break;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const { exports } = await call(`/api${letterPath}/exports`);
    const bytes = await (await fetch(`/api/exports/${exports[0].id}`)).arrayBuffer();
    return [...new Uint8Array(bytes)];
  }, path);
  return new Uint8Array(numbers);
}
