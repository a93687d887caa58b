import type { Browser, Page } from 'playwright-core';
import { type Visitor, visit } from './browser';

const PASSWORD = 'a long and quiet afternoon';

/** Goes through the first run: names the firm, makes the administrator, signs in. */
export async function setUpFirm(browser: Browser, setupLink: string, options: { sample: boolean }): Promise<Visitor> {
  const visitor = await visit(browser);
  const { page } = visitor;
  await page.goto(setupLink);
  await page.getByLabel('Name of the firm').fill('Harbor Street Securities LLC');
  await page.getByLabel('Your name').fill('Ada Abbott');
  await page.getByLabel('E-mail address').fill('ada@example.test');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  if (!options.sample) await page.getByRole('checkbox', { name: 'Add the sample letter' }).click();
  await page.getByRole('button', { name: /Create the firm/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return visitor;
}

export type InvitedRole = 'Legal' | 'Risk' | 'Approver' | 'Observer' | 'Outside counsel';

/** Invites a member with a role; gives the link. */
export async function inviteAs(administrator: Page, role: InvitedRole): Promise<string> {
  const address = new URL(administrator.url()).origin;
  await administrator.goto(`${address}/settings/members`);
  await administrator.getByRole('button', { name: 'Invite a member' }).click();
  const dialog = administrator.getByRole('dialog');
  await choose(administrator, dialog.getByLabel('Role', { exact: true }), role);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  return dialog.getByLabel('Link of the invitation').inputValue();
}

/** Invites a member with a role and joins as that person in a browser profile of its own. */
export async function joinAs(browser: Browser, administrator: Page, role: InvitedRole): Promise<Visitor> {
  const link = await inviteAs(administrator, role);
  const visitor = await visit(browser);
  const { page } = visitor;
  await page.goto(link);
  await page.getByLabel('Your name').fill(`Lee ${role}`);
  await page.getByLabel('E-mail address').fill(`${role.toLowerCase().replace(' ', '-')}@example.test`);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: /Join/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return visitor;
}

/** Chooses an option of one of our select boxes. */
export async function choose(page: Page, select: ReturnType<Page['getByLabel']>, option: string | RegExp): Promise<void> {
  await select.click();
  await page.getByRole('option', { name: option }).click();
}
