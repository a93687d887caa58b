import type { Page } from 'playwright-core';

export interface Screen {
  readonly name: string;
  readonly path: string;
}

/** Every screen of a firm that has the sample, by the links that lead to them. */
export async function screensOf(page: Page, address: string): Promise<readonly Screen[]> {
  const first = async (list: string, pattern: RegExp) => {
    await page.goto(`${address}${list}`);
    const links = await page.locator('main a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const found = links.find((href) => pattern.test(href));
    if (!found) throw new Error(`${list} links to nothing like ${pattern}`);
    return found;
  };
  const id = '[0-9a-f-]{36}';
  const request = await first('/requests', new RegExp(`^/requests/${id}`));
  const catalogue = await first('/requests', /^\/requests\/catalogue\//);
  const portfolio = await first('/portfolios', new RegExp(`^/portfolios/${id}`));
  const analysis = await first('/analyses', new RegExp(`^/analyses/${id}`));
  const letter = await first('/letters', new RegExp(`^/letters/${id}$`));
  const kept = await page.evaluate(async (path) => (await fetch(`/api${path}/versions`)).text(), letter);
  const { key } = await page.evaluate(async () => {
    const body = JSON.stringify({ copyOf: 'cftc-account' });
    const answer = await fetch('/api/frameworks', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return (await answer.json()) as { key: string };
  });
  return [
    { name: 'home', path: '/' },
    { name: 'requests', path: '/requests' },
    { name: 'request', path: request },
    { name: 'request-outline', path: `${request.replace(/\?.*$/, '')}/outline` },
    { name: 'catalogue-entry', path: catalogue },
    { name: 'related-actions', path: '/requests/actions' },
    { name: 'portfolios', path: '/portfolios' },
    { name: 'portfolio', path: portfolio },
    { name: 'portfolio-import', path: '/portfolios/import' },
    { name: 'analyses', path: '/analyses' },
    { name: 'analysis-builder', path: '/analyses/new' },
    { name: 'analysis', path: analysis },
    { name: 'frameworks', path: '/frameworks' },
    { name: 'framework', path: '/frameworks/separate-regimes' },
    { name: 'framework-editor', path: `/frameworks/${key}/edit` },
    { name: 'letters', path: '/letters' },
    { name: 'letter-new', path: '/letters/new' },
    { name: 'letter', path: letter },
    { name: 'letter-figures', path: `${letter}?panel=figures` },
    { name: 'letter-checks', path: `${letter}?panel=checks` },
    { name: 'letter-letterhead', path: `${letter}?panel=letterhead` },
    { name: 'letter-related-actions', path: `${letter}?panel=actions` },
    { name: 'letter-comments', path: `${letter}?panel=comments` },
    { name: 'letter-suggestions', path: `${letter}?panel=suggestions` },
    { name: 'letter-versions', path: `${letter}?panel=versions` },
    { name: 'letter-review-panel', path: `${letter}?panel=review` },
    { name: 'versions', path: `${letter}/versions` },
    { name: 'version-compare', path: `${letter}/versions/compare?from=${/"number":1\b/.test(kept) ? '1' : 'now'}&to=now` },
    { name: 'version-authors', path: `${letter}/versions/authors` },
    { name: 'inbox', path: '/inbox' },
    { name: 'coverage', path: `${letter}/coverage` },
    { name: 'review', path: `${letter}/review` },
    { name: 'export', path: `${letter}/export` },
    { name: 'returned', path: `${letter}/returned` },
    { name: 'verify', path: '/letters/verify' },
    { name: 'members', path: '/settings/members' },
    { name: 'firm', path: '/settings/firm' },
    { name: 'letter-template', path: '/settings/template' },
    { name: 'parameters', path: '/settings/parameters' },
    { name: 'sessions', path: '/settings/sessions' },
    { name: 'audit', path: '/settings/audit' },
  ];
}

/** Opens a screen and waits until it stands still. */
export async function openScreen(page: Page, address: string, screen: Screen): Promise<void> {
  await page.goto(`${address}${screen.path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(700);
}

/** Waits until the sample that was asked for at the first run is there. */
export async function sampleAdded(page: Page, address: string): Promise<void> {
  for (let round = 0; round < 120; round += 1) {
    await page.goto(`${address}/letters`);
    if ((await page.getByRole('link', { name: /^Sample: comment letter/ }).count()) > 0) return;
    await page.waitForTimeout(1000);
  }
  throw new Error('The sample was not added within two minutes.');
}

/** The path of the sample letter. */
export async function sampleLetter(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/letters`);
  const link = page.getByRole('link', { name: /^Sample: comment letter/ }).first();
  return (await link.getAttribute('href')) ?? '';
}
