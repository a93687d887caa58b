const TRIES = 25;
const WAIT_MS = 200;

/** Brings a node of the text into view and into the eye, once its section is drawn. Gives what ends the waiting. */
export function showNode(nodeId: string): () => void {
  let left = TRIES;
  const timer = setInterval(() => {
    left -= 1;
    const name = CSS.escape(nodeId);
    const found = [...document.querySelectorAll<HTMLElement>(`[data-id="${name}"], [data-node-id="${name}"]`)];
    const node = found.find((each) => each.checkVisibility());
    if (node) {
      node.scrollIntoView({ block: 'center', inline: 'nearest' });
      node.animate([{ outline: '2px solid var(--color-accent-ink)' }, { outline: '2px solid transparent' }], 2_000);
    }
    if (node || left === 0) clearInterval(timer);
  }, WAIT_MS);
  return () => clearInterval(timer);
}
