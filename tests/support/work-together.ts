import type { Browser, Page } from 'playwright-core';
import { joinAs } from './people';
import { selectWords } from './select-words';

/**
 * Lets legal, risk and an outside counsel work on the sample letter: a version is kept, counsel suggests, legal comments on words and risk answers.
 * For pictures: what each of these does is tested elsewhere.
 */
export async function workTogether(browser: Browser, administrator: Page, address: string, letterPath: string): Promise<void> {
  const legal = await joinAs(browser, administrator, 'Legal');
  const risk = await joinAs(browser, administrator, 'Risk');
  const counsel = await joinAs(browser, administrator, 'Outside counsel');
  for (const { page } of [legal, risk, counsel]) await page.goto(`${address}${letterPath}`);

  const { page } = legal;
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Draft for counsel');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('listitem', { name: /Draft for counsel/ }).waitFor();

  await open(counsel.page, 'Introduction');
  await counsel.page.getByRole('region', { name: 'Introduction', exact: true }).locator('.section-text').first().click();
  const copy = counsel.page.locator('[data-suggesting]:not([hidden]) .ProseMirror');
  await copy.locator('p').first().click();
  await counsel.page.keyboard.press('Control+End');
  await counsel.page.keyboard.type(' Counsel is available to discuss any of these points.');
  await copy.getByText('the chance').first().click();
  await selectWords(counsel.page, copy, 'the chance');
  await counsel.page.keyboard.type('the opportunity');
  await saved(counsel.page);

  await open(page, 'Question 1');
  const answer = page.getByRole('textbox', { name: 'Text of Question 1', exact: true });
  await answer.locator('p').first().click();
  await answer
    .locator('p')
    .first()
    .evaluate((paragraph) => document.getSelection()?.setPosition(paragraph, paragraph.childNodes.length));
  await page.keyboard.type(' The evidence is in Annex A.');
  await saved(page);
  await selectWords(page, answer, 'The evidence');
  await page.keyboard.press('Control+Alt+m');
  await page.keyboard.type('Is this the final run, @lee r');
  await page.getByRole('option', { name: 'Lee Risk' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('?');
  await page.keyboard.press('Control+Enter');

  await risk.page.getByRole('button', { name: 'Comments', exact: true }).click();
  const thread = risk.page
    .getByRole('complementary')
    .or(risk.page.getByRole('region', { name: 'Panel' }))
    .first();
  await thread.getByText('Is this the final run').first().click();
  await thread.getByRole('textbox', { name: 'Reply' }).fill('It is. Nothing is due to change before we file.');
  await risk.page.keyboard.press('Control+Enter');

  // they stay in the letter, so that the pictures show who is there
  await page.goto(`${address}${letterPath}`);
  await open(page, 'Question 1');
}

async function open(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: new RegExp(`${title}(?!\\d)`) })
    .first()
    .click();
  await page.getByRole('region', { name: title, exact: true }).locator('.section-text').first().waitFor();
  await page.waitForTimeout(500);
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-saving="saved"]').waitFor();
}
