import type { Page } from 'playwright-core';
import type { BenchFigure } from '../measure/figure';
import { sizeFigure, timeFigure } from '../measure/figures-of';
import { watchMainThread } from './main-thread';
import { openLetter, type WebStage, withMember } from './web-stage';

const COLD_RUNS = 5;
const WARM_RUNS = 7;

interface Sent {
  /** bytes as they came over the wire, and as they were unpacked */
  readonly packed: number;
  readonly unpacked: number;
  readonly count: number;
}

/** How long a letter takes until it can be written in, and what is sent for it. */
export async function* openingFigures(stage: WebStage): AsyncGenerator<BenchFigure> {
  const what = `${stage.sections} sections, ${stage.words} words`;
  // the server reads its own code at the first request for a page
  await withMember(stage, async (context) => openLetter(stage, await context.newPage()));
  const cold: number[] = [];
  const computed: number[] = [];
  let scripts: Sent = { packed: 0, unpacked: 0, count: 0 };
  let html = scripts;
  for (let run = 0; run < COLD_RUNS; run += 1) {
    await withMember(stage, async (context) => {
      const page = await context.newPage();
      const computedUntilNow = await watchMainThread(page);
      cold.push(await openLetter(stage, page));
      computed.push(await computedUntilNow());
      await page.waitForLoadState('networkidle');
      scripts = await sent(page, "performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js'))");
      html = await sent(page, "performance.getEntriesByType('navigation')");
    });
  }
  yield timeFigure('open.cold', cold, `${what}: from the address to the first section that can be written in, new browser without a cache`);
  yield timeFigure('open.cold.cpu', computed, 'what the main thread of the page computed until then');
  const warm = await withMember(stage, async (context) => {
    const page = await context.newPage();
    await openLetter(stage, page);
    const times: number[] = [];
    for (let run = 0; run < WARM_RUNS; run += 1) {
      await page.waitForLoadState('networkidle');
      times.push(await openLetter(stage, page));
    }
    return times;
  });
  yield timeFigure('open.warm', warm, 'the same again in the same browser');
  yield sizeFigure(
    'javascript',
    scripts.packed,
    `${scripts.count} scripts until the page is quiet, as sent; unpacked ${kilobytes(scripts.unpacked)} kB`,
  );
  yield sizeFigure('html', html.packed, `the page with the text of all sections, as sent; unpacked ${kilobytes(html.unpacked)} kB`);
}

async function sent(page: Page, entries: string): Promise<Sent> {
  const sum = (field: string) => `all.reduce((total, entry) => total + entry.${field}, 0)`;
  return page.evaluate(
    `(() => { const all = ${entries}; return { packed: ${sum('encodedBodySize')}, unpacked: ${sum('decodedBodySize')}, count: all.length }; })()`,
  );
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1000);
}
