import type { Locator, Page } from 'playwright-core';

/** Selects words that stand in one piece in an editor, as a hand does with the mouse, and waits until the editor took note of it. */
export async function selectWords(page: Page, root: Locator, words: string): Promise<void> {
  await root.first().evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  await page.waitForTimeout(200);
}
