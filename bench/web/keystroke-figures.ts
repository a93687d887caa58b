import type { Page } from 'playwright-core';
import type { BenchFigure } from '../measure/figure';
import { watchMainThread } from './main-thread';
import { openLetter, type WebStage, withMember } from './web-stage';

const TEXT = 'The requirement is measured for each leg by itself, and the difference is not small. ';
const REPEATS = 4;
/** a fast typist */
const PAUSE_MS = 70;

/** Notes, for each key that goes down, the time until the frame that shows it was handed to the screen. */
const WATCH = `
window.strokes = [];
addEventListener('keydown', (event) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.strokes.push(performance.now() - event.timeStamp);
    port2.postMessage(null);
  });
}, true);`;

/** How long a keystroke takes until it is painted, at the beginning of the letter and in its middle. */
export async function* keystrokeFigures(stage: WebStage): AsyncGenerator<BenchFigure> {
  const places = [
    ['first', 0, 'typed at the end of the first paragraph'],
    ['middle', Math.floor(stage.sections / 2), 'the same in the middle section, scrolled to'],
  ] as const;
  for (const [name, index, detail] of places) {
    const { times, computed } = await withMember(stage, async (context) => {
      const page = await context.newPage();
      await openLetter(stage, page);
      return typeIn(page, index);
    });
    yield { name: `keystroke.${name}.p50`, value: part(times, 0.5), unit: 'ms', n: times.length, detail };
    yield {
      name: `keystroke.${name}.p95`,
      value: part(times, 0.95),
      unit: 'ms',
      n: times.length,
      detail: `longest ${part(times, 1)}; a frame is 16.7`,
    };
    yield {
      name: `keystroke.${name}.cpu`,
      value: Math.round((computed / times.length) * 10) / 10,
      unit: 'ms',
      n: times.length,
      detail: 'what the main thread computed for each, saving and drawing included',
    };
  }
}

async function typeIn(page: Page, index: number): Promise<{ times: readonly number[]; computed: number }> {
  const section = page.locator('[data-section]').nth(index);
  await section.scrollIntoViewIfNeeded();
  const text = section.locator('[contenteditable="true"] p').first();
  await text.click();
  await page.keyboard.press('End');
  await page.waitForLoadState('networkidle');
  await page.evaluate(WATCH);
  const computedUntilNow = await watchMainThread(page);
  const before = await computedUntilNow();
  await page.keyboard.type(TEXT.repeat(REPEATS), { delay: PAUSE_MS });
  await page.waitForTimeout(500);
  const computed = (await computedUntilNow()) - before;
  return { times: await page.evaluate<number[]>('window.strokes'), computed };
}

/** The time under which this part of all lies, to a tenth of a millisecond. */
function part(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return Math.round(at * 10) / 10;
}
